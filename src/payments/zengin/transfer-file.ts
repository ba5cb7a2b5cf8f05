import { bytesOf } from './zengin-text.js';

/** Who pays, as their bank knows them, and what that bank expects of a file. */
export interface Remitter {
  /** 振込依頼人コード: ten digits, given by the bank. */
  readonly clientCode: string;
  /** At most 40 half-width characters. */
  readonly clientName: string;
  readonly bankCode: string;
  /** At most 15 half-width characters; may be empty. */
  readonly bankName: string;
  readonly branchCode: string;
  readonly branchName: string;
  /** 1 普通, 2 当座, 9 その他. */
  readonly accountType: string;
  readonly accountNumber: string;
  /** Is `/` allowed in names? */
  readonly slash: boolean;
  /** A line end (CR LF) after each record. */
  readonly newline: boolean;
  /** 0x1A at the end. */
  readonly endMark: boolean;
  /** What stands where the 手形交換所番号 would. */
  readonly clearingHouse: 'zeros' | 'spaces';
  /** Do type and number of the account stand in the header? Some banks want them left out. */
  readonly headerAccount: boolean;
  /** So many payments go in one file; more make several. */
  readonly rowsPerFile: number;
}

export interface Transfer {
  readonly bankCode: string;
  readonly bankName: string;
  readonly branchCode: string;
  readonly branchName: string;
  /** 1 普通, 2 当座, 4 貯蓄, 9 その他. */
  readonly accountType: string;
  readonly accountNumber: string;
  /** At most 30 half-width characters. */
  readonly holder: string;
  /** Whole yen. */
  readonly amount: number;
  /** 新規コード: 1 first payment to the account, 2 the account was changed, 0 neither. */
  readonly newCode: '0' | '1' | '2';
  /** 顧客コード1: what the bank's answer names it by. */
  readonly reference: number;
}

/** Each record has so many bytes, without the line end. */
export const recordLength = 120;
/** 振込金額 has ten digits. */
export const mostYen = 9_999_999_999;

/**
 * One file of 総合振込 (種別 21) in the format of the 全銀協, by the sheet that banks publish.
 *
 * @param payOn the day on which the bank pays, `2026-12-10`
 * @throws when a number is too long or a text is not to be written: neither money nor an account is ever cut
 */
export function transferFile(remitter: Remitter, payOn: string, transfers: readonly Transfer[]): Buffer {
  const sum = transfers.reduce((total, { amount }) => total + amount, 0);
  const records = [
    header(remitter, payOn),
    ...transfers.map((transfer) => data(remitter, transfer)),
    `8${digits(transfers.length, 6)}${digits(sum, 12)}${text('', 101)}`,
    `9${text('', 119)}`,
  ];
  for (const record of records)
    if (record.length !== recordLength) throw new Error('A record has another length than 120.');
  const lineEnd = remitter.newline ? Buffer.from('\r\n') : Buffer.alloc(0);
  const end = remitter.endMark ? [Buffer.of(0x1a)] : [];
  return Buffer.concat([...records.flatMap((record) => [bytesOf(record), lineEnd]), ...end]);
}

function header(remitter: Remitter, payOn: string): string {
  const { headerAccount } = remitter;
  return [
    '1',
    '21',
    '0',
    digits(remitter.clientCode, 10),
    text(remitter.clientName, 40),
    digits(payOn.slice(5).replace('-', ''), 4),
    digits(remitter.bankCode, 4),
    text(remitter.bankName, 15),
    digits(remitter.branchCode, 3),
    text(remitter.branchName, 15),
    headerAccount ? digits(remitter.accountType, 1) : ' ',
    headerAccount ? digits(remitter.accountNumber, 7) : text('', 7),
    text('', 17),
  ].join('');
}

function data(remitter: Remitter, transfer: Transfer): string {
  if (transfer.amount <= 0) throw new Error('An amount must be positive.');
  return [
    '2',
    digits(transfer.bankCode, 4),
    text(transfer.bankName, 15),
    digits(transfer.branchCode, 3),
    text(transfer.branchName, 15),
    remitter.clearingHouse === 'zeros' ? '0000' : '    ',
    digits(transfer.accountType, 1),
    digits(transfer.accountNumber, 7),
    text(transfer.holder, 30),
    digits(transfer.amount, 10),
    transfer.newCode,
    digits(transfer.reference, 10),
    digits(0, 10),
    '7',
    ' ',
    text('', 7),
  ].join('');
}

/** Right-aligned, filled with zeros. */
function digits(value: string | number, width: number): string {
  const written = String(value);
  if (!/^\d+$/.test(written) || written.length > width)
    throw new Error(`A number does not fit ${width} digits.`);
  return written.padStart(width, '0');
}

/** Left-aligned, filled with spaces. */
function text(value: string, width: number): string {
  if (value.length > width) throw new Error(`A text does not fit ${width} characters.`);
  return value.padEnd(width, ' ');
}
