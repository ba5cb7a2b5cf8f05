import type { IsoDate } from '#engine';
import { fiscalYearOf } from '../procedures/fiscal-year.js';

/** Quasigroup of order 10 by H. M. Damm: the check digit finds every single wrong digit and every swapped pair. */
const damm = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

/**
 * `0009-03-0000001-7`: prefix of the procedure, Reiwa year of the fiscal year, serial number, check digit over all
 * digits before it. Told over the telephone, so a wrong digit must not lead to somebody else.
 *
 * @param serial from one sequence of the whole house; not without gaps
 */
export function applicationNumber(prefix: string, arrivedOn: IsoDate, serial: number): string {
  const reiwa = fiscalYearOf(arrivedOn) - 2018;
  const body = `${prefix}-${String(reiwa).padStart(2, '0')}-${String(serial).padStart(7, '0')}`;
  return `${body}-${checkDigit(body)}`;
}

function checkDigit(text: string): number {
  let interim = 0;
  for (const digit of text.replaceAll(/\D/g, '')) interim = damm[interim]?.[Number(digit)] ?? 0;
  return interim;
}

/** Does the check digit fit? What people read out may hold spaces, long hyphens or full-width digits. */
export function isApplicationNumber(text: string): boolean {
  return /^[0-9A-Z]+-\d{2}-\d{7,}-\d$/.test(text) && checkDigit(text) === 0;
}
