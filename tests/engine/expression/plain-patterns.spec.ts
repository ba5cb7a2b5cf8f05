import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RE2_PATTERNS } from '../../../src/engine/expression/builtins/pattern.js';
import { PLAIN_PATTERNS } from '../../../src/engine/expression/builtins/plain-pattern.js';
import { arePlainPatterns } from '../../../src/engine/procedure/pattern/are-plain-patterns.js';

const PLAIN = [
  '^大阪府',
  '^[(]?[ｱ-ﾝ]{1,3}[)]|[(][ｱ-ﾝ]{1,3}[)]?$',
  '[0-9]+(-[0-9]+)?',
  '(a|ab)(c|bcd)?',
  '[^a-c]',
  '\\d{2}|\\w',
  '𠮷|塚',
  '-',
];

function compiled(patterns: typeof RE2_PATTERNS, source: string) {
  const result = patterns.compile(source, '');
  if (!result.ok) throw new Error(result.reason);
  return result.pattern;
}

describe('a pattern of the plain kind', () => {
  it.each(PLAIN)('%s finds the same by the browser’s engine as by RE2', (source) => {
    expect(arePlainPatterns([source])).toBe(true);
    const [plain, linear] = [compiled(PLAIN_PATTERNS, source), compiled(RE2_PATTERNS, source)];
    const letters = fc.constantFrom(...'abcd-19(ｱﾝ)大阪府𠮷塚 \n');
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 12 }), (text) => {
        expect(plain.matches(text)).toBe(linear.matches(text));
        expect(plain.replace(text, '<$1$0\\$>')).toBe(linear.replace(text, '<$1$0\\$>'));
        expect(plain.replace(text, '$')).toBe(linear.replace(text, '$'));
        expect(plain.split(text)).toEqual(linear.split(text));
      }),
      { numRuns: 300 },
    );
  });

  it.each(['a*', '^', '.', '\\s', '(a|a)*b', 'a*?', '(?=a)', '\\p{L}'])('is none like %s', (source) => {
    expect(arePlainPatterns([source])).toBe(false);
  });
});
