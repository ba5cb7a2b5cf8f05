import { isCivilDate, readEraDate } from '../../engine.js';

/** Three boxes as typed. */
export interface DateBoxes {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

const EMPTY: DateBoxes = { year: '', month: '', day: '' };

/**
 * The answer for three boxes: undefined when all are empty, `2021-11-01` when they name a day, and otherwise what was
 * typed joined by `-`, which no date format lets through and from which the boxes can be filled again.
 */
export function readDate(boxes: DateBoxes): string | undefined {
  if (boxes.year.trim() === '' && boxes.month.trim() === '' && boxes.day.trim() === '') return undefined;
  return (
    dayOf(boxes) ?? [boxes.year, boxes.month, boxes.day].map((text) => text.replaceAll('-', '')).join('-')
  );
}

/** The boxes for an answer, half typed ones included. */
export function boxesOf(value: unknown): DateBoxes {
  if (typeof value !== 'string' || value === '') return EMPTY;
  const [year = '', month = '', day = ''] = value.split('-');
  return /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? { year, month: String(Number(month)), day: String(Number(day)) }
    : { year, month, day };
}

/** A day that exists, as kept in the answers. */
export function isDay(value: unknown): value is string {
  return typeof value === 'string' && isCivilDate(value);
}

/** The year may be 2021, 令和3, R.3 or 令和元; a day that its era did not have is none. */
function dayOf(boxes: DateBoxes): string | null {
  const [month, day] = [digits(boxes.month), digits(boxes.day)];
  const year = boxes.year.normalize('NFKC').trim().replace(/年$/u, '');
  if (month === null || day === null) return null;
  return /^\d{4}$/.test(year)
    ? `${year}-${pad(month)}-${pad(day)}`
    : readEraDate(`${year}-${pad(month)}-${pad(day)}`);
}

function digits(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[月日]$/u, '');
  return /^\d{1,2}$/.test(plain) ? Number(plain) : null;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
