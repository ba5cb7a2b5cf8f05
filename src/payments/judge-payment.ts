import { FORMATS, type PayeeFacts } from '#engine';
import type { Banks } from '../lookups/banks.js';
import type { Account, Finding } from './payment.entity.js';
import { isHolder } from './zengin/holder-match.js';
import { mostYen } from './zengin/transfer-file.js';
import { unwritable, writtenName } from './zengin/zengin-text.js';

/** What is known of one application when it is looked at for paying. */
export interface PaymentCase {
  readonly amount: number | null;
  readonly payee: PayeeFacts;
  /** Does it still wait where its procedure pays? */
  readonly waiting: boolean;
  readonly onHold: boolean;
  /** Of the answers it was decided on; null where they are the same. */
  readonly decidedAmount: number | null;
  /** As it was looked at before; null for the first time. */
  readonly amountBefore: number | null;
  /** Number of the batch in which it was paid already. */
  readonly paidIn: number | null;
  /** Does the bank allow `/` in names? */
  readonly slash: boolean;
}

export interface PaymentJudgement {
  /** Null where something of it is missing or cannot be. */
  readonly account: Account | null;
  readonly findings: readonly Finding[];
}

/** 口座名義 in a file. */
const longestHolder = 30;
const types = ['1', '2', '4', '9'];

/** Everything about one payment that somebody must know before money leaves, apart from what it shares with others. */
export function judgePayment(one: PaymentCase, banks: Pick<Banks, 'find'>): PaymentJudgement {
  const { payee } = one;
  const found: Finding[] = [];
  const stop = (code: string, params: Finding['params'] = {}): void => {
    found.push({ code, level: 'stop', params, accepted: null });
  };
  const warn = (code: string, params: Finding['params'] = {}): void => {
    found.push({ code, level: 'warning', params, accepted: null });
  };
  if (!one.waiting) stop('not-waiting');
  if (one.onHold) stop('on-hold');
  if (one.paidIn !== null) stop('paid-already', { batch: one.paidIn });
  judgeAmount(one, stop, warn);
  const { bank, branch, type, number, holder } = payee;
  const missing =
    !fits('bank-code', bank) ||
    !fits('branch-code', branch) ||
    !fits('account-number', number) ||
    !types.includes(type ?? '') ||
    holder === null;
  if (missing || bank === null || branch === null || type === null || number === null) {
    stop('account-incomplete');
    return { account: null, findings: found };
  }
  const offices = banks.find(bank, branch);
  if (!offices.bank) stop('bank-unknown', { bank });
  else if (!offices.branch) stop('branch-unknown', { bank: offices.bank.name, branch });
  const written = writtenName(holder);
  const letters = unwritable(written, one.slash);
  if (letters.length > 0) stop('letters', { holder, letters: letters.join(' ') });
  if (written.length > longestHolder) warn('holder-long', { holder: written, most: longestHolder });
  if (payee.name !== null && !isHolder(holder, payee.name))
    warn('holder-differs', { holder: written, name: payee.name });
  return {
    account: {
      bank,
      bankName: inFile(offices.bank?.kana),
      branch,
      branchName: inFile(offices.branch?.kana),
      type,
      number,
      holder: written.slice(0, longestHolder),
    },
    findings: found,
  };
}

type Tell = (code: string, params?: Finding['params']) => void;

function judgeAmount({ amount, decidedAmount, amountBefore }: PaymentCase, stop: Tell, warn: Tell): void {
  if (amount === null) stop('amount-unknown');
  else if (amount <= 0) stop('amount-zero', { amount });
  else if (amount > mostYen) stop('amount-too-large', { amount });
  else {
    if (decidedAmount !== null && decidedAmount !== amount)
      warn('amount-changed', { before: decidedAmount, amount });
    if (amountBefore !== null && amountBefore !== amount)
      warn('amount-changed-since', { before: amountBefore, amount });
  }
}

function fits(format: string, text: string | null): text is string {
  return text !== null && FORMATS[format]?.pattern.test(text) === true;
}

/** The names of bank and branch may be left out, so one that cannot be written is. */
export function inFile(kana: string | undefined): string {
  const written = writtenName(kana ?? '');
  return unwritable(written, false).length > 0 ? '' : written.slice(0, 15);
}
