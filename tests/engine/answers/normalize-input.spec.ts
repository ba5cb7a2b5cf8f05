import { describe, expect, it } from '@jest/globals';
import { normalizeInput } from '#engine';

const code = (format: string) => ({ kind: 'text', format }) as const;

describe('what was typed', () => {
  it.each([
    ['postal-jp', '〒５４０－０００８', '5400008'],
    ['postal-jp', '540−0008', '5400008'],
    ['postal-jp', '540ー0008', '5400008'],
    ['tel-jp', '(06) 6941‐0351', '0669410351'],
    ['corporate-number', ' 7000 0120 50002 ', '7000012050002'],
    ['bank-code', '０１５８', '0158'],
    ['account-number', '12345', '0012345'],
    ['kana', 'やまだ たろう', 'ヤマダ タロウ'],
    ['kana', 'ﾔﾏﾀﾞ ﾀﾛｰ', 'ヤマダ タロー'],
    ['kana', 'ﾃﾞｨｽｺ-', 'ディスコー'],
    ['zengin-name', 'カ）オオサカショウテン', 'ｶ)ｵｵｻｶｼﾖｳﾃﾝ'],
    ['zengin-name', 'がっこう　ヲーター', 'ｶﾞﾂｺｳ ｵ-ﾀ-'],
    ['zengin-name', 'yamada tarou', 'YAMADA TAROU'],
    ['hours', '２６：００', '26:00'],
    ['hours', '21時30分', '21:30'],
    ['hours', '9時', '9:00'],
    ['hours', '２５：３０', '25:30'],
    ['hours', '午後9時半', '21:30'],
    ['hours', '午前9時5分', '9:05'],
    ['hours', '午後12時', '12:00'],
    ['hours', '翌2時', '26:00'],
    ['hours', '翌日 午前2時30分', '26:30'],
    ['hours', '夜遅く', '夜遅く'],
    ['municipality-code', '２７０００８', '270008'],
    ['bank-code', '158', '158'],
    ['email', ' ｔａｒｏ@example.jp ', 'taro@example.jp'],
  ])('into a %s field as %j is kept as %j', (format, typed, kept) => {
    expect(normalizeInput(code(format), typed)).toBe(kept);
  });

  it('into a number is digits alone', () => {
    expect(normalizeInput({ kind: 'integer', format: null }, '１，５１７，０００円')).toBe('1517000');
    expect(normalizeInput({ kind: 'number', format: null }, '−１２．５')).toBe('-12.5');
  });

  it('into a date is an ISO date', () => {
    expect(normalizeInput({ kind: 'date', format: 'date' }, '２０２１年１０月１日')).toBe('2021-10-01');
    expect(normalizeInput({ kind: 'date', format: 'date' }, '2021/10/1')).toBe('2021-10-01');
    expect(normalizeInput({ kind: 'date', format: 'date' }, '令和３年１２月１日')).toBe('2021-12-01');
    expect(normalizeInput({ kind: 'date', format: 'date' }, 'R3.12.1')).toBe('2021-12-01');
    expect(normalizeInput({ kind: 'date', format: 'date' }, '10月')).toBe('10月');
  });

  it('into a name or a free text is never touched', () => {
    for (const name of [
      '\uFA10',
      '𠮷野家',
      '葛\u{E0100}飾',
      '神\u3000塚',
      ' 前後の空白 ',
      '髙﨑',
      '㈱大阪',
      'ﾔﾏﾀﾞ',
      'か\u3099',
      '葛\u{E0100}',
      '①',
    ]) {
      expect(normalizeInput({ kind: 'text', format: null }, name)).toBe(name);
    }
  });
});
