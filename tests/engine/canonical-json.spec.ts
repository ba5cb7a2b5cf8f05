import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '../../src/engine/canonical-json.js';

describe('the canonical text of a value (RFC 8785)', () => {
  it('is the one of the RFC, section 3.2.3: numbers, text, literals, members in order', () => {
    const value: unknown = JSON.parse(
      `{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],
        "string":"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}`,
    );
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts members by UTF-16 code units, as section 3.2.3 has them', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\u{1f600}': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const members = JSON.parse(
      `[${canonicalJson(value)
        .slice(1, -1)
        .replaceAll(/"[^"]*":/g, '')}]`,
    ) as string[];
    expect(members).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it('keeps the characters of a name as they are', () => {
    expect(canonicalJson({ 氏名: '塚本 𠮷田 葛\u{e0100}城' })).toBe('{"氏名":"塚本 𠮷田 葛\u{e0100}城"}');
  });

  it.each([
    ['no number', Number.NaN],
    ['half a character', '\ud83d'],
    ['nothing', { a: undefined }],
    ['a date', new Date(0)],
    ['a map', new Map()],
  ])('does not exist for %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});
