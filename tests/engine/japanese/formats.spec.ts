import { describe, expect, it } from '@jest/globals';
import { FORMATS, isCivilDate } from '#engine';
import { isCorporateNumber } from '../../../src/engine/japanese/corporate-number.js';

/** As the form checks it: the pattern, then what no pattern can say. */
const holds = (format: string, text: string): boolean => {
  const { pattern, verify, maxLength } = FORMATS[format] ?? { pattern: /$^/, maxLength: 0 };
  return [...text].length <= maxLength && pattern.test(text) && (verify?.(text) ?? true);
};

describe('a format', () => {
  it.each([
    ['email', 'taro@example.jp'],
    ['email', 'taro..yamada@docomo.ne.jp'],
    ['email', '.taro@ezweb.ne.jp'],
    ['email', "o'neil+tag@sub.example.co.jp"],
    ['kana', 'オオサカ　タロウ'],
    ['kana', 'ヴァイオリン・ショップ'],
    ['postal-jp', '5400008'],
    ['tel-jp', '0669410351'],
    ['tel-jp', '09012345678'],
    ['corporate-number', '7000012050002'],
    ['municipality-code', '270008'],
    ['bank-code', '0158'],
    ['branch-code', '001'],
    ['account-number', '0012345'],
    ['zengin-name', 'ｶ)ｵｵｻｶｼﾖｳﾃﾝ'],
    ['hours', '26:00'],
    ['hours', '9:30'],
    ['url', 'https://www.example.jp/a?b=c#d'],
    ['date', '2024-02-29'],
  ])('%s takes %s', (format, text) => {
    expect(holds(format, text)).toBe(true);
  });

  it.each([
    ['email', 'taro@localhost'],
    ['email', 'taro@example.jp\r\nBcc: x@example.jp'],
    ['email', `${'a'.repeat(65)}@example.jp`],
    ['email', `a@${'b.'.repeat(130)}jp`],
    ['email', 'たろう@example.jp'],
    ['kana', 'おおさか'],
    ['kana', 'ｵｵｻｶ'],
    ['postal-jp', '540-0008'],
    ['tel-jp', '6694103510'],
    ['corporate-number', '9120001234567'],
    ['municipality-code', '270009'],
    ['account-number', '12345'],
    ['zengin-name', 'ｱ'.repeat(31)],
    ['zengin-name', 'ｼｮｳ'],
    ['zengin-name', 'ｦﾀ'],
    ['zengin-name', "O'NEIL"],
    ['hours', '48:00'],
    ['hours', '9:60'],
    ['url', 'javascript:alert(1)'],
    ['url', 'ftp://example.jp'],
    ['date', '2023-02-29'],
    ['date', '1872-12-31'],
    ['date', '3000-01-01'],
    ['date', '2021-13-01'],
  ])('%s refuses %j', (format, text) => {
    expect(holds(format, text)).toBe(false);
  });
});

describe('a corporate number', () => {
  it.each([
    '7000012050002',
    '4011001098993',
    '7123456789012',
    '4000020270008',
    '1180301018771',
    '2120901007402',
  ])('%s has the right check digit', (number) => {
    expect(isCorporateNumber(number)).toBe(true);
  });

  it('is refused when any one digit is changed', () => {
    for (let index = 0; index < 13; index += 1) {
      const digits = [...'7000012050002'];
      digits[index] = digits[index] === '9' ? '1' : String(Number(digits[index]) + 1);
      expect(isCorporateNumber(digits.join(''))).toBe(false);
    }
  });
});

describe('a civil date', () => {
  it('knows leap years', () => {
    expect(['2000-02-29', '2024-02-29', '1900-02-29', '2100-02-29', '2021-02-29'].map(isCivilDate)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
