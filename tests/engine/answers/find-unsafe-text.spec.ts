import { describe, expect, it } from '@jest/globals';
import { findUnsafeText } from '#engine';

describe('unsafe text', () => {
  it.each([
    ['NUL', 'a\u0000', 'control', 'U+0000', 2],
    ['a carriage return', 'a\rb', 'control', 'U+000D', 2],
    ['escape', '\u001B[31m', 'control', 'U+001B', 1],
    ['a C1 control', 'x\u0085', 'control', 'U+0085', 2],
    ['text turned round', '大阪\u202Efdp.exe', 'direction', 'U+202E', 3],
    ['an isolate', '\u2066', 'direction', 'U+2066', 1],
    ['外字', '𠮷\uE000', 'private-use', 'U+E000', 2],
    ['half a character', 'a\uD800', 'surrogate', 'U+D800', 2],
    ['no character at all', '\uFFFF', 'noncharacter', 'U+FFFF', 1],
  ])('is %s, named with its place', (_what, text, kind, character, position) => {
    expect(findUnsafeText({ answers: { name: text } })).toEqual([
      {
        path: '/answers/name',
        code: 'unsafe-character',
        level: 'error',
        params: { kind, character, position },
      },
    ]);
  });

  it.each([
    '改行\nとタブ\t',
    '𠮷野家',
    '葛\u{E0100}城',
    '\uFA10',
    '㈱①Ⅲ',
    'か\u3099',
    '👨‍👩‍👧',
    "<script>{{7*7}}'--",
  ])('is not %j', (text) => {
    expect(findUnsafeText([text])).toEqual([]);
  });

  it('is found in names too, which are then shown without it', () => {
    expect(findUnsafeText({ 'a\u0000b': 1 })).toMatchObject([{ path: '', code: 'unsafe-character' }]);
    expect(findUnsafeText({ 'a\u0000/b': '\u0000' })).toMatchObject([{ path: '' }, { path: '/a~1b' }]);
  });
});

describe('a number', () => {
  it('must be exact', () => {
    expect(findUnsafeText({ a: [1e21, 9007199254740993, 1.5, -0, 2 ** 53 - 1] })).toMatchObject([
      { path: '/a/0', code: 'number-not-exact' },
      { path: '/a/1', code: 'number-not-exact' },
    ]);
    expect(findUnsafeText(Number.POSITIVE_INFINITY)).toMatchObject([{ path: '', code: 'number-not-finite' }]);
  });
});

describe('nesting', () => {
  it('ends at 64 levels, and 20,000 do not bring anything down', () => {
    const nested = (levels: number): unknown => {
      let value: unknown = 'x';
      for (let level = 0; level < levels; level += 1) value = [value];
      return value;
    };
    expect(findUnsafeText(nested(64))).toEqual([]);
    expect(findUnsafeText(nested(65))).toMatchObject([{ code: 'too-deep', params: { limit: 64 } }]);
    expect(findUnsafeText(nested(20_000))).toMatchObject([{ code: 'too-deep' }]);
  });

  it('gives at most 50 problems', () => {
    expect(findUnsafeText(Array.from({ length: 1000 }, () => '\u0000'))).toHaveLength(50);
  });
});
