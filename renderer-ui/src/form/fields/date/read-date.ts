/** Three boxes as typed. */
export interface DateBoxes {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

interface Era {
  readonly names: readonly string[];
  /** First day, ISO. */
  readonly from: string;
  readonly to: string;
}

/** Eras since the Gregorian calendar (明治6年). The day an era ends is also the day the next begins, but for 大正 and before. */
const ERAS: readonly Era[] = [
  { names: ['令和', '令', 'r'], from: '2019-05-01', to: '2999-12-31' },
  { names: ['平成', '平', 'h'], from: '1989-01-08', to: '2019-04-30' },
  { names: ['昭和', '昭', 's'], from: '1926-12-25', to: '1989-01-07' },
  { names: ['大正', '大', 't'], from: '1912-07-30', to: '1926-12-25' },
  { names: ['明治', '明', 'm'], from: '1873-01-01', to: '1912-07-30' },
];

const EMPTY: DateBoxes = { year: '', month: '', day: '' };

/**
 * The answer for three boxes: undefined when all are empty, `2021-11-01` when they name a day, and otherwise what was
 * typed joined by `-`, which no date format lets through and from which the boxes can be filled again.
 */
export function readDate(boxes: DateBoxes): string | undefined {
  if (boxes.year.trim() === '' && boxes.month.trim() === '' && boxes.day.trim() === '') return undefined;
  const month = digits(boxes.month);
  const day = digits(boxes.day);
  const iso =
    month === null || day === null
      ? null
      : readYear(boxes.year, (year) => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
  return iso ?? [boxes.year, boxes.month, boxes.day].map((text) => text.replaceAll('-', '')).join('-');
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
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const at = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
}

/** 令和3, R3, 令和元 and 2021 are years; 平成32 is not, since 平成 ended before. */
function readYear(text: string, toIso: (year: number) => string): string | null {
  const plain = text.normalize('NFKC').trim().replace(/年$/u, '').toLowerCase();
  if (/^\d{4}$/.test(plain)) return toIso(Number(plain));
  for (const era of ERAS) {
    const name = era.names.find((each) => plain.startsWith(each));
    if (name === undefined) continue;
    const rest = plain.slice(name.length).replace(/^\./, '').trim();
    const nth = rest === '元' ? 1 : digits(rest);
    if (nth === null || nth < 1) return null;
    const iso = toIso(Number(era.from.slice(0, 4)) + nth - 1);
    return iso >= era.from && iso <= era.to ? iso : null;
  }
  return null;
}

function digits(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[月日]$/u, '');
  return /^\d{1,2}$/.test(plain) ? Number(plain) : null;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
