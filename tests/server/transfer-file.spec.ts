import { describe, expect, it } from '@jest/globals';
import { readResults } from '../../src/payments/read-results.js';
import { isHolder } from '../../src/payments/zengin/holder-match.js';
import { type Remitter, transferFile, type Transfer } from '../../src/payments/zengin/transfer-file.js';
import { unwritable, writtenName } from '../../src/payments/zengin/zengin-text.js';
import { readTransferFile } from './support/transfer-file.js';

const remitter: Remitter = {
  clientCode: '12345',
  clientName: 'ｵｵｻｶﾌ',
  bankCode: '0010',
  bankName: '',
  branchCode: '101',
  branchName: '',
  accountType: '1',
  accountNumber: '7654321',
  slash: false,
  newline: false,
  endMark: true,
  clearingHouse: 'zeros',
  headerAccount: false,
  rowsPerFile: 10,
};
const transfer: Transfer = {
  bankCode: '9900',
  bankName: 'ﾕｳﾁﾖ',
  branchCode: '408',
  branchName: 'ﾖﾝｾﾞﾛﾊﾁ',
  accountType: '4',
  accountNumber: '0000001',
  holder: 'ﾖｼﾀﾞ ﾊﾅｺ',
  amount: 9_999_999_999,
  newCode: '0',
  reference: 42,
};

describe('a file for the bank', () => {
  it('has the habits of its bank: no line ends, a mark at the end, zeros and no account of its own', () => {
    const bytes = transferFile(remitter, '2026-12-10', [transfer, { ...transfer, amount: 1 }]);
    expect(bytes).toHaveLength(5 * 120 + 1);
    const { header, transfers, trailer } = readTransferFile(bytes, false);
    expect(header).toMatchObject({
      client: '0000012345',
      day: '1210',
      accountType: ' ',
      account: ' '.repeat(7),
    });
    expect(transfers[0]).toMatchObject({
      clearing: '0000',
      amount: '9999999999',
      holder: 'ﾖｼﾀﾞ ﾊﾅｺ'.padEnd(30),
    });
    expect(trailer).toEqual({ count: 2, sum: 10_000_000_000 });
  });

  it.each<[string, Partial<Transfer>]>([
    ['an amount of eleven digits', { amount: 10_000_000_000 }],
    ['an amount of nothing', { amount: 0 }],
    ['a part of a yen', { amount: 0.5 }],
    ['an account of eight digits', { accountNumber: '12345678' }],
    ['a holder of 31 characters', { holder: 'ｱ'.repeat(31) }],
    ['a letter that is no JIS X 0201', { holder: '髙橋' }],
  ])('is never written with %s', (_, wrong) => {
    expect(() => transferFile(remitter, '2026-12-10', [{ ...transfer, ...wrong }])).toThrow();
  });
});

describe('a name in it', () => {
  it.each([
    ['カブシキガイシャ　タカサキ', 'ｶﾌﾞｼｷｶﾞｲｼﾔ ﾀｶｻｷ'],
    ['キャッシュ・サービス（カ', 'ｷﾔﾂｼﾕ.ｻ-ﾋﾞｽ(ｶ'],
    ['ヴァイオリン　コウボウ', 'ｳﾞｱｲｵﾘﾝ ｺｳﾎﾞｳ'],
    ['よしだ ヲノ', 'ﾖｼﾀﾞ ｵﾉ'],
    ['ａｂｃ－１', 'ABC-1'],
  ])('%s is written %s', (given, written) => {
    expect(writtenName(given)).toBe(written);
    expect(unwritable(writtenName(given), false)).toEqual([]);
  });

  it('names what a bank does not take', () => {
    expect(unwritable(writtenName('髙橋/商店'), true)).toEqual(['髙', '橋', '商', '店']);
    expect(unwritable('A/B', false)).toEqual(['/']);
  });
});

describe('the holder of an account', () => {
  it.each([
    ['ｶ)ｵｵｻｶｼﾖｸﾄﾞｳ', 'オオサカショクドウ'],
    ['ｵｵｻｶｼﾖｸﾄﾞｳ(ｶ', 'カブシキガイシャ オオサカショクドウ'],
    ['ﾕ)ﾀｺﾏｻ', 'タコマサ'],
    ['ﾄﾞ)ﾐﾅﾄｼﾖｸﾄﾞｳ', 'ゴウドウガイシャミナトショクドウ'],
    ['ﾌｸ)ﾋｶﾘｴﾝ', 'シャカイフクシホウジン ヒカリエン'],
    ['ｶ)ｷﾀﾊﾏｺ-ﾋ-', 'キタハマコーヒー'],
    ['ﾖｼﾀﾞ ﾊﾅｺ', 'ヨシダハナコ'],
  ])('%s is %s', (holder, reading) => expect(isHolder(holder, reading)).toBe(true));

  it.each([
    ['ﾀｺｼﾏ ﾏｻｵ', 'タコマサ'],
    ['ｶ)ﾀｶｻｷ', 'タカサキショウテン'],
    ['ｶ)', 'カブシキガイシャ'],
  ])('%s is not %s', (holder, reading) => expect(isHolder(holder, reading)).toBe(false));
});

describe('what a bank says', () => {
  it('is read by its titles or without, as a number or in words', () => {
    expect(readResults('照会番号,日付,結果,理由\n42,2026/12/1,2,')).toEqual([
      { line: 2, number: '42', result: 'failed', on: '2026-12-01', code: 'holder', note: '' },
    ]);
    expect(readResults('0009-08-0000001-1\t済\t20261210\n43\t組戻し\t2026-12-11\t解約済み')).toMatchObject([
      { number: '0009-08-0000001-1', result: 'paid', on: '2026-12-10', code: null },
      { number: '43', result: 'failed', code: 'closed', note: '解約済み' },
    ]);
  });

  it('is not guessed', () => {
    expect(readResults('42,?,2026-02-30')).toMatchObject([{ result: null, on: null }]);
    expect(readResults('名前,結果\nあ,済')).toBeNull();
    expect(readResults('')).toEqual([]);
  });
});
