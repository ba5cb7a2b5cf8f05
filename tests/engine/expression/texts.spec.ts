import { describe, expect, it } from '@jest/globals';
import { complaints, compiled, feel } from './feel.js';

describe('texts', () => {
  it.each([
    ['"手続" + "き"', '手続き'],
    ['string length("𠮷野家")', 3],
    ['substring("𠮷野家", 2)', '野家'],
    ['substring("foobar", -2, 1)', 'a'],
    ['substring before("大阪市中央区", "市")', '大阪'],
    ['substring after("大阪市中央区", "市")', '中央区'],
    ['upper case("ab１")', 'AB１'],
    ['contains("時短協力金", "協力")', true],
    ['starts with("令和3年", "令和")', true],
    ['ends with("令和3年", "年")', true],
    ['trim("  a ")', 'a'],
    ['string join(["a", null, "c"], "・")', 'a・c'],
    ['split("1-2-3", "-")', ['1', '2', '3']],
    ['string(1.50)', '1.5'],
    ['string(1000000 * 1000000000000000)', '1000000000000000000000'],
    ['string([1, null, "a", {b: true}])', '[1, null, "a", {b: true}]'],
    ['string(null)', null],
    ['"\\u3042\\n\\"\\U01F40E"', 'あ\n"🐎'],
  ])('%s is %p', (source, value) => {
    expect(feel(source)).toEqual(value);
  });
});

describe('patterns', () => {
  it.each([
    ['matches("06-1234-5678", "^\\d{2}-\\d{4}-\\d{4}$")', true],
    ['matches("０６", "^\\d+$")', false],
    ['matches("ヤマダ", "^[ァ-ヶー]+$")', true],
    ['matches("やまだ", "^\\p{IsHiragana}+$")', true],
    ['matches("ABC", "abc", "i")', true],
    ['matches("x", "[A-Z-[OI]]", "i")', true],
    ['matches("O", "[A-Z-[OI]]", "i")', false],
    ['matches("a.b", "a.b", "q")', true],
    ['matches("axb", "a.b", "q")', false],
    ['matches("ab", " a b ", "x")', true],
    ['replace("0123456789", "(\\d{3})(\\d{3})(\\d{4})", "($1) $2-$3")', '(012) 345-6789'],
    ['replace("千円", "円", "\\\\$")', '千$'],
    ['replace("a1b2", "[0-9]", "")', 'ab'],
  ])('%s is %p', (source, value) => {
    expect(feel(source)).toBe(value);
  });

  it('takes no longer for a pattern that hangs other engines', () => {
    const text = `${'a'.repeat(5000)}!`;
    expect(feel('matches(text, "^(a+)+$")', { text })).toBe(false);
  });

  it('refuses what cannot be matched in linear time, when it is written and when it is met', () => {
    expect(complaints('matches("aa", "(a)\\1")')).toEqual([
      ['bad-pattern', '"(a)\\1"', { pattern: '(a)\\1', reason: 'back reference' }],
    ]);
    const met = compiled('matches("a", p)', { p: { kind: 'string' } });
    expect(() => met.evaluate({ p: '(?=a)' })).toThrow('bad-pattern');
    expect(met.evaluate({ p: '^a$' })).toBe(true);
  });
});
