import { civilDateInJapan } from '../japanese/civil-date.js';
import type { AcceptanceWindow, EveryYear, IsoInstant } from './procedure.js';

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MONTH_DAY = /^(\d{2})-(\d{2})T([01]\d|2[0-3]):([0-5]\d)$/;

/** `04-01T09:00`: a day that some year has, and a minute of it. */
export function isMonthDay(text: string): boolean {
  const [, month, day] = MONTH_DAY.exec(text) ?? [];
  return Number(day) >= 1 && Number(day) <= (DAYS[Number(month) - 1] ?? 0);
}

interface Occurrence {
  readonly opensAt: IsoInstant;
  readonly closesAt: IsoInstant;
}

/** The window that opens in a year. Where the close comes first in the calendar, it closes in the year after. */
export function occurrenceOf({ opens, closes }: EveryYear, year: number): Occurrence {
  const closing = closes < opens ? year + 1 : year;
  return {
    opensAt: `${dayIn(year, opens, '03-01')}:00+09:00`,
    // The last minute counts to its end.
    closesAt: `${dayIn(closing, closes, '02-28')}:59+09:00`,
  };
}

/** 29 February, in a year that has none, is the last day before it for a close and the first after it for an opening. */
function dayIn(year: number, monthDay: string, instead: string): string {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return `${year}-${monthDay.startsWith('02-29') && !isLeap ? `${instead}${monthDay.slice(5)}` : monthDay}`;
}

/** What the office has moved for once: it holds for the occurrence within whose reach it lies, and not the year after. */
interface Moved {
  readonly opensAt: IsoInstant | null;
  readonly closesAt: IsoInstant | null;
}

/**
 * The window as it stands at an instant: of one that comes every year the occurrence that is open or in its grace, else
 * the next, and after the last year the last.
 */
export function windowAt(
  window: AcceptanceWindow,
  now: IsoInstant,
  moved: Moved = { opensAt: null, closesAt: null },
): AcceptanceWindow {
  const { everyYear, graceMinutes } = window;
  if (!everyYear)
    return {
      ...window,
      opensAt: moved.opensAt ?? window.opensAt,
      closesAt: moved.closesAt ?? window.closesAt,
    };
  const time = Date.parse(now);
  const { last, years } = yearsAround(everyYear, now);
  const all = years.map((year) => movedOccurrence(everyYear, year, moved));
  const isOver = ({ closesAt }: Occurrence, grace: number): boolean =>
    Date.parse(closesAt) + 1_000 + grace * 60_000 <= time;
  const isOpen = (one: Occurrence): boolean => Date.parse(one.opensAt) <= time && !isOver(one, 0);
  const present =
    all.find(isOpen) ??
    all.find((one) => !isOver(one, graceMinutes)) ??
    movedOccurrence(everyYear, last, moved);
  return { ...window, ...present };
}

/** The year of the occurrence that opened last by the end of a day in Japan; the first year before that. */
export function seasonOf(everyYear: EveryYear, day: string): number {
  const { firstYear, lastYear } = everyYear;
  const year = Number(day.slice(0, 4));
  const opened = civilDateInJapan(occurrenceOf(everyYear, year).opensAt) <= day ? year : year - 1;
  return Math.max(firstYear, Math.min(opened, lastYear ?? opened));
}

function yearsAround({ firstYear, lastYear }: EveryYear, now: IsoInstant): { last: number; years: number[] } {
  const year = Number(civilDateInJapan(now).slice(0, 4));
  const last = lastYear ?? Math.max(firstYear, year + 1);
  const from = Math.max(firstYear, year - 1);
  const years = [from, from + 1, from + 2].filter((one) => one <= last);
  return { last, years };
}

function movedOccurrence(everyYear: EveryYear, year: number, { opensAt, closesAt }: Moved): Occurrence {
  const own = occurrenceOf(everyYear, year);
  const before = occurrenceOf(everyYear, year - 1);
  const after = occurrenceOf(everyYear, year + 1);
  const isBetween = (instant: IsoInstant | null, from: IsoInstant, to: IsoInstant): instant is IsoInstant =>
    instant !== null && Date.parse(from) < Date.parse(instant) && Date.parse(instant) < Date.parse(to);
  return {
    opensAt: isBetween(opensAt, before.closesAt, own.closesAt) ? opensAt : own.opensAt,
    closesAt: isBetween(closesAt, own.opensAt, after.opensAt) ? closesAt : own.closesAt,
  };
}
