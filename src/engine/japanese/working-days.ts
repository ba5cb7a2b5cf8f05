import holidays from '@holiday-jp/holiday_jp';

const DAY = 86_400_000;

/** National holidays (1970–2050) as ISO dates. */
const NATIONAL_HOLIDAYS: ReadonlySet<string> = new Set(Object.keys(holidays.holidays));

function time(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`);
}

function isoOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** The offices rest from 29 December to 3 January (行政機関の休日に関する法律 art. 1). */
function isYearEnd(iso: string): boolean {
  const day = iso.slice(5);
  return day >= '12-29' || day <= '01-03';
}

/**
 * Is the office open on that day? Closed on Saturdays, Sundays, national holidays and at the year's end.
 * @param iso a civil date, "2021-10-01"
 */
export function isWorkingDay(iso: string): boolean {
  const weekday = new Date(time(iso)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !NATIONAL_HOLIDAYS.has(iso) && !isYearEnd(iso);
}

/**
 * The date `count` working days after `iso` (before it, when negative); the first day is not counted
 * (初日不算入, 民法140条). With 0, the date itself if the office is open, else the next day it is.
 */
export function addWorkingDays(iso: string, count: number): string {
  const step = count < 0 ? -DAY : DAY;
  let instant = time(iso);
  let left = Math.abs(count);
  if (left === 0) {
    while (!isWorkingDay(isoOf(instant))) instant += DAY;
    return isoOf(instant);
  }
  while (left > 0) {
    instant += step;
    if (isWorkingDay(isoOf(instant))) left--;
  }
  return isoOf(instant);
}

/** Working days after `from` up to and including `to`; negative when `to` lies before `from`. */
export function workingDaysBetween(from: string, to: string): number {
  if (to < from) return -workingDaysBetween(to, from);
  let count = 0;
  for (let instant = time(from) + DAY; instant <= time(to); instant += DAY) {
    if (isWorkingDay(isoOf(instant))) count++;
  }
  return count;
}
