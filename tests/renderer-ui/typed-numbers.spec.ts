import { describe, expect, it } from '@jest/globals';
import { readNumber } from '../../renderer-ui/src/form/fields/number/read-number.js';
import { formJa } from '../../renderer-ui/src/texts/form-ja.js';

describe('a typed number', () => {
  it.each([
    ['1200', 1200],
    ['１，２００', 1200],
    ['3,100,031円', 3100031],
    ['－5', -5],
    ['12.5', 12.5],
    ['', undefined],
    ['  ', undefined],
  ])('%j is %j', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });

  it('may have the unit of its question after it, and no other', () => {
    expect(readNumber('２４席', '席')).toBe(24);
    expect(readNumber('24 席 ', '席')).toBe(24);
    expect(readNumber('24席', '卓')).toBe('24席');
    expect(readNumber('5万円', '円')).toBe('5万円');
  });

  it('stays the text it is when it is none, so that the engine can say so', () => {
    expect(readNumber('約30席')).toBe('約30席');
    expect(readNumber('12345678901234567890')).toBe('12345678901234567890');
  });
});

describe('an amount in words', () => {
  it.each([
    [9_999, null],
    [10_000, '1万円'],
    [3_100_000, '310万円'],
    [3_100_031, '310万31円'],
    [123_456_789, '1億2345万6789円'],
    [100_000_000, '1億円'],
  ])('%d is %s', (yen, words) => {
    expect(formJa.moneyInWords(yen)).toBe(words);
  });
});
