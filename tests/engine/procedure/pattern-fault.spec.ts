import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RE2JS } from 're2js';
import { patience } from '../../support/patience.js';
import { patternFault } from '../../../src/engine/procedure/pattern/pattern-fault.js';

const fault = (pattern: string, maxLength = 1000) => patternFault(pattern, maxLength)?.code ?? null;

describe('a pattern', () => {
  it.each([
    '^[0-9]{3}-[0-9]{4}$',
    '^\\d{7}$',
    '^第[0-9]+号$',
    '^[A-Z]{2}[0-9]{1,6}(?:-[0-9]{2})?$',
    '^(?:大阪|京都|神戸)(?:市|府)$',
    '^[^@]+@[^@]+\\.[^@.]+$',
    '^[ァ-ヶー・ 　]+$',
    '^\\+?[0-9]+(?:[ -][0-9]+)*$',
    '[0-9]',
    '^$',
    '^𠮷野家$',
  ])('may be %s', (pattern) => {
    expect(fault(pattern)).toBeNull();
  });

  it.each([
    '^(a+)+$',
    '^(a*)*$',
    '^(a|a)*$',
    '^(a|aa)+$',
    '(x|x)*y',
    '^([a-zA-Z]+)*$',
    '^(([a-z])+.?)+[A-Z]([a-z])+$'.replace('.', '[a-z]'),
    '^(\\w+\\d*)*$',
    '^(a?b?)*c$',
    '^(?:[0-9]+,?)*$',
    '^((a?|b?)c)*$',
    '^([ァ-ヶー]+ ?)*$',
  ])('may not be %s: each letter would double the work', (pattern) => {
    expect(fault(pattern)).toBe('pattern-exponential');
  });

  it('may take the square of the length only where the text is short', () => {
    expect(fault('a*a*b', 200)).toBeNull();
    expect(fault('^a*a*a*a*b$', 200)).toBe('pattern-slow');
    expect(fault('^[^@]*@?[^@]*$', 10_000)).toBe('pattern-slow');
  });

  it.each([
    ['a look-ahead', '^(?=a)b', 'pattern-unsupported'],
    ['a back-reference', '(a)\\1', 'pattern-unsupported'],
    ['a lazy quantifier', 'a+?', 'pattern-unsupported'],
    ['a dot, which engines read differently', '^.$', 'pattern-unsupported'],
    ['\\s, which engines read differently', '\\s', 'pattern-unsupported'],
    ['an unclosed group', '(a', 'pattern-syntax'],
    ['an unclosed set', '[a', 'pattern-syntax'],
    ['a set the wrong way round', '[z-a]', 'pattern-syntax'],
    ['a quantifier of nothing', '*a', 'pattern-syntax'],
    ['bounds the wrong way round', 'a{3,2}', 'pattern-syntax'],
    ['too many repeats', 'a{1,2000}', 'pattern-too-many-repeats'],
    ['too many letters', 'a{500}', 'pattern-too-complex'],
  ])('may not have %s', (_what, pattern, code) => {
    expect(fault(pattern)).toBe(code);
  });
});

describe('what passes', () => {
  const piece = fc.constantFrom(
    'a',
    'b',
    '[ab]',
    '[^a]',
    '\\d',
    '\\w',
    '-',
    'あ',
    '(?:ab|c)',
    '(a)',
    'é',
    '\\.',
    '𠮷',
  );
  const quantified = fc
    .tuple(piece, fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,3}', '{2,}'))
    .map(([a, q]) => a + q);
  const branch = fc.array(quantified, { maxLength: 4 }).map((parts) => parts.join(''));
  const pattern = fc
    .tuple(
      fc.boolean(),
      fc.array(branch, { minLength: 1, maxLength: 2 }),
      fc.constantFrom('', '*', '?'),
      fc.boolean(),
    )
    .map(
      ([start, branches, repeat, end]) =>
        `${start ? '^' : ''}(?:${branches.join('|')})${repeat}${end ? '$' : ''}`,
    );
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', 'c', '0', '-', 'あ', '.', '𠮷', '\n', 'é'),
    maxLength: 12,
  });

  it('means the same to the linear-time engine of the server and to that of a browser', () => {
    fc.assert(
      fc.property(pattern, fc.array(text, { minLength: 5, maxLength: 10 }), (source, texts) => {
        fc.pre(patternFault(source, 100) === null);
        const linear = RE2JS.compile(RE2JS.translateRegExp(source));
        const native = new RegExp(source, 'u');
        for (const each of texts) expect(linear.matcher(each).find()).toBe(native.test(each));
      }),
      { numRuns: 400 },
    );
  });

  it('comes to an end in a browser, whatever the text', () => {
    const context = createContext();
    fc.assert(
      fc.property(pattern, fc.constantFrom('a', 'b', 'ab', '0', 'aあ'), (source, unit) => {
        fc.pre(patternFault(source, 400) === null);
        const text = `${unit.repeat(400).slice(0, 399)}!`;
        const test = `new RegExp(${JSON.stringify(source)}, 'u').test(${JSON.stringify(text)})`;
        // A pattern that tries every way through the text would not end within a life.
        expect(typeof runInContext(test, context, { timeout: patience })).toBe('boolean');
      }),
      { numRuns: 400 },
    );
  });
});
