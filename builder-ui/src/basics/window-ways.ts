import { type Members, textOf } from '../workflow/draft-workflow.js';
import { clockTime } from '../workflow/japanese-time.js';

/** In procedure.json. */
export const PATH = ['acceptanceWindow'] as const;

interface DayOfYear {
  readonly month: number;
  /** 0: not said yet */
  readonly day: number;
  /** `09:00`, or empty */
  readonly time: string;
}

/** `04-01T09:00`, as far as it is one. */
export function dayOfYear(text: string): DayOfYear {
  const [, month = '4', day = '0', time = ''] = /^(\d{2})-(\d{2})T(.*)$/.exec(text) ?? [];
  return { month: Number(month), day: Number(day), time };
}

/** What is not there yet stays a problem, and in its place. */
export function monthDay({ month, day, time }: DayOfYear): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(month)}-${two(day)}T${time}`;
}

/** The same window every year from the year of its opening on. */
export function asYearly(window: Members, thisYear: number): Members {
  const [opens, closes] = [clockTime(textOf(window['opensAt'])), clockTime(textOf(window['closesAt']))];
  const inYear = (clock: string, otherwise: string): string =>
    clock === '' ? otherwise : clock.slice(5, 16);
  const year = Number(opens.slice(0, 4));
  return {
    everyYear: {
      opens: inYear(opens, '04-01T09:00'),
      closes: inYear(closes, '05-31T17:00'),
      firstYear: year > 0 ? year : thisYear,
    },
    ...graceOf(window),
  };
}

/** The first of its years alone. */
export function asOnce(window: Members): Members {
  const { everyYear } = window;
  const yearly = typeof everyYear === 'object' && everyYear !== null ? (everyYear as Members) : {};
  const { firstYear } = yearly;
  const [opens, closes] = [textOf(yearly['opens']), textOf(yearly['closes'])];
  const at = (text: string, later: number): string =>
    text === '' || typeof firstYear !== 'number' ? '' : `${firstYear + later}-${text}:00+09:00`;
  return {
    opensAt: at(opens, 0),
    // Before the opening it lies in the year after.
    closesAt: at(closes, closes < opens ? 1 : 0),
    ...graceOf(window),
  };
}

function graceOf({ graceMinutes }: Members): Members {
  return graceMinutes === undefined ? {} : { graceMinutes };
}
