import type { IsoDate } from '../procedure/procedure.js';
import { addWorkingDays, isInWorkingCalendar } from './working-days.js';

/** Last days on which something may still be done against a disposition that one got to know of. */
export interface AppealPeriod {
  /** 審査請求 (行政不服審査法18条1項): three months from the day after. */
  readonly appealUntil: IsoDate;
  /** 取消訴訟 (行政事件訴訟法14条1項): six months from the day after. */
  readonly suitUntil: IsoDate;
}

/**
 * Periods from the day on which somebody got to know of a disposition, as 民法140–143条 count: that day is not
 * counted; the period ends on the day before the one of the same number, or with a month that has no such day. An end on
 * which offices are closed moves to the next day that they are open (地方自治法4条の2第4項).
 *
 * @param knownOn civil date in Japan
 * @throws RangeError where the working calendar ends
 */
export function appealPeriod(knownOn: IsoDate): AppealPeriod {
  return { appealUntil: endOfMonths(knownOn, 3), suitUntil: endOfMonths(knownOn, 6) };
}

function endOfMonths(knownOn: IsoDate, months: number): IsoDate {
  const first = new Date(`${knownOn}T00:00:00Z`);
  first.setUTCDate(first.getUTCDate() + 1);
  const end = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + months, first.getUTCDate()));
  // A month without that day has run over into the next: the period ends with the month's last day.
  const ranOver = end.getUTCDate() !== first.getUTCDate();
  end.setUTCDate(ranOver ? 0 : end.getUTCDate() - 1);
  const iso = end.toISOString().slice(0, 10);
  if (!isInWorkingCalendar(iso)) throw new RangeError(`${knownOn} leads outside the working calendar`);
  return addWorkingDays(iso, 0);
}
