import { isKnownZone } from './calendar.js';
import {
  DaysDuration,
  FeelDate,
  FeelDateTime,
  FeelTime,
  MIDNIGHT,
  MonthsDuration,
  NANOS_PER_SECOND,
  type Duration,
  type Temporal,
} from './values.js';

// XML Schema's lexical forms: at least four digits, no leading zero beyond four.
const DATE = /^(-?(?:[1-9]\d{4,8}|\d{4}))-(\d{2})-(\d{2})$/;
const TIME =
  /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,30}))?([Zz]|[+-]\d{2}:\d{2}(?::\d{2})?|@[A-Za-z][\w+\-/]{0,60})?$/;
const MONTHS = /^(-)?P(?:(\d{1,9})Y)?(?:(\d{1,9})M)?$/;
const DAYS = /^(-)?P(?:(\d{1,15})D)?(?:T(?:(\d{1,15})H)?(?:(\d{1,15})M)?(?:(\d{1,18})(?:\.(\d{1,30}))?S)?)?$/;

const MAX_OFFSET_HOURS = 18;

/** "2021-10-01" → date; null for anything else, impossible days included. */
export function parseDate(text: string): FeelDate | null {
  const match = DATE.exec(text);
  return match ? FeelDate.of(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** "20:00:00", "20:00:00.5+09:00", "20:00:00@Asia/Tokyo" → time; null for anything else. */
export function parseTime(text: string): FeelTime | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const nanos = Number(((match[4] ?? '') + '000000000').slice(0, 9));
  const total = hour * 3600 + minute * 60 + second;
  const place = match[5];
  if (place === undefined) return new FeelTime(total, nanos);
  if (place.startsWith('@')) {
    const zone = place.slice(1);
    return isKnownZone(zone) ? new FeelTime(total, nanos, null, zone) : null;
  }
  const offset = parseOffset(place);
  return offset === null ? null : new FeelTime(total, nanos, offset);
}

function parseOffset(text: string): number | null {
  if (text === 'Z' || text === 'z') return 0;
  const [hours, minutes, seconds] = text.slice(1).split(':').map(Number);
  if (hours === undefined || minutes === undefined || minutes > 59 || (seconds ?? 0) > 59) return null;
  const total = hours * 3600 + minutes * 60 + (seconds ?? 0);
  if (total > MAX_OFFSET_HOURS * 3600) return null;
  return text.startsWith('-') && total !== 0 ? -total : total;
}

/** "2021-10-01T20:00:00+09:00" or a bare date (midnight) → date and time; null for anything else. */
export function parseDateTime(text: string): FeelDateTime | null {
  const split = text.indexOf('T');
  const date = parseDate(split < 0 ? text : text.slice(0, split));
  const time = split < 0 ? MIDNIGHT : parseTime(text.slice(split + 1));
  return date && time ? new FeelDateTime(date, time) : null;
}

/** "P1Y2M" → months, "P1DT2H" → days and time; null for anything else. */
export function parseDuration(text: string): Duration | null {
  if (/^-?P$/.test(text) || /T$/.test(text)) return null;
  const months = MONTHS.exec(text);
  if (months) {
    const total = Number(months[2] ?? 0) * 12 + Number(months[3] ?? 0);
    return new MonthsDuration(months[1] && total !== 0 ? -total : total);
  }
  const days = DAYS.exec(text);
  if (!days) return null;
  const seconds =
    BigInt(days[2] ?? 0) * 86_400n +
    BigInt(days[3] ?? 0) * 3600n +
    BigInt(days[4] ?? 0) * 60n +
    BigInt(days[5] ?? 0);
  const nanos = seconds * NANOS_PER_SECOND + BigInt(((days[6] ?? '') + '000000000').slice(0, 9));
  return new DaysDuration(days[1] ? -nanos : nanos);
}

/** The text of an `@"…"` literal: whichever of date, time, date and time or duration it spells. */
export function parseAtLiteral(text: string): Temporal | Duration | null {
  return (
    parseDate(text) ??
    parseTime(text) ??
    (text.includes('T') ? parseDateTime(text) : null) ??
    parseDuration(text)
  );
}
