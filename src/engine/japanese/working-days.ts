import holidays from '@holiday-jp/holiday_jp';

const DAY = 86_400_000;

/** Days since 1970-01-01. */
function dayNumber(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / DAY;
}

function isoOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** National holidays, as the package knows them (1970–2050), by day number. */
const NATIONAL_HOLIDAYS: ReadonlySet<number> = new Set(Object.keys(holidays.holidays).map(dayNumber));

/** The offices rest from 29 December to 3 January (行政機関の休日に関する法律 art. 1). */
function isYearEnd(day: number): boolean {
  const date = isoOf(day).slice(5);
  return date >= '12-29' || date <= '01-03';
}

function isOpen(day: number): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6 && !NATIONAL_HOLIDAYS.has(day) && !isYearEnd(day);
}

const FIRST_DAY = '1950-01-01';
const LAST_DAY = '2100-12-31';
const FIRST = dayNumber(FIRST_DAY);
const LAST = dayNumber(LAST_DAY);

/** For each day, how many working days lie before it; built when first asked, so that counting is subtraction. */
let countBefore: Int32Array | undefined;

function openBefore(day: number): number {
  if (!countBefore) {
    countBefore = new Int32Array(LAST - FIRST + 2);
    for (let d = FIRST; d <= LAST; d++)
      countBefore[d - FIRST + 1] = (countBefore[d - FIRST] ?? 0) + (isOpen(d) ? 1 : 0);
  }
  return countBefore[day - FIRST] ?? 0;
}

function checked(iso: string): number {
  const day = dayNumber(iso);
  if (!(day >= FIRST && day <= LAST)) throw new RangeError(`${iso} lies outside ${FIRST_DAY}…${LAST_DAY}`);
  return day;
}

/** Does the working calendar reach that day? It goes from 1950 to 2100. */
export function isInWorkingCalendar(iso: string): boolean {
  return iso.length === 10 && iso >= FIRST_DAY && iso <= LAST_DAY;
}

/**
 * Is the office open on that day? Closed on Saturdays, Sundays, national holidays and at the year's end.
 * @param iso a civil date, "2021-10-01"
 * @throws RangeError outside 1950–2100, as do the others
 */
export function isWorkingDay(iso: string): boolean {
  return isOpen(checked(iso));
}

/** Do banks carry out transfers on that day? They rest from 31 December to 3 January (銀行法施行令 art. 5). */
export function isBankDay(iso: string): boolean {
  const day = checked(iso);
  const weekday = (((day + 4) % 7) + 7) % 7;
  const date = iso.slice(5);
  return weekday !== 0 && weekday !== 6 && !NATIONAL_HOLIDAYS.has(day) && date < '12-31' && date > '01-03';
}

/**
 * The date `count` working days after `iso` (before it, when negative); the first day is not counted
 * (初日不算入, 民法140条). With 0, the date itself if the office is open, else the next day it is.
 */
export function addWorkingDays(iso: string, count: number): string {
  const date = workingDayAfter(iso, count);
  if (date === null)
    throw new RangeError(`${iso} and ${count} working days lead outside ${FIRST_DAY}…${LAST_DAY}`);
  return date;
}

/** As {@link addWorkingDays}, but null where the calendar ends. */
export function workingDayAfter(iso: string, count: number): string | null {
  const from = checked(iso);
  // The wanted day is the one that is open and has so many open days before it.
  const wanted = count > 0 ? openBefore(from + 1) + count - 1 : openBefore(from) + count;
  if (wanted < 0 || wanted >= openBefore(LAST + 1)) return null;
  let [low, high] = [FIRST, LAST];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (openBefore(middle + 1) > wanted) high = middle;
    else low = middle + 1;
  }
  return isoOf(low);
}

/** Working days after `from` up to and including `to`; negative when `to` lies before `from`. */
export function workingDaysBetween(from: string, to: string): number {
  return openBefore(checked(to) + 1) - openBefore(checked(from) + 1);
}
