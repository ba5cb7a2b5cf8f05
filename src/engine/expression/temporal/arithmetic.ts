import { daysInMonth, zoneOffsetAt } from './calendar.js';
import {
  DaysDuration,
  FeelDate,
  FeelDateTime,
  FeelTime,
  MIDNIGHT,
  MIDNIGHT_UTC,
  MonthsDuration,
  NANOS_PER_DAY,
  NANOS_PER_SECOND,
  type Duration,
} from './values.js';

/** A point in time as day and milliseconds of that day in UTC; local times count as if they were UTC. */
function point(value: FeelDateTime): { day: number; millis: number } {
  const { date, time } = value;
  const seconds = time.second - time.offsetOn(date.epochDay);
  const carry = Math.floor(seconds / 86_400);
  return {
    day: date.epochDay + carry,
    millis: (seconds - carry * 86_400) * 1000 + Math.floor(time.nanos / 1_000_000),
  };
}

/**
 * Order of two values in time: negative, zero, positive; null when one is local and the other is not.
 * Fractions of a second count to the millisecond, as the conformance kit has it.
 */
export function compareDateTimes(a: FeelDateTime, b: FeelDateTime): number | null {
  if (a.time.isLocal !== b.time.isLocal) return null;
  const [x, y] = [point(a), point(b)];
  return x.day - y.day || x.millis - y.millis;
}

export function compareTimes(a: FeelTime, b: FeelTime): number | null {
  if (a.isLocal !== b.isLocal) return null;
  const millis = (time: FeelTime) =>
    (time.second - (time.zone === null ? (time.offset ?? 0) : zoneOffsetAt(time.zone, 0, time.second))) *
      1000 +
    Math.floor(time.nanos / 1_000_000);
  return millis(a) - millis(b);
}

function nanosOf(time: FeelTime): bigint {
  return BigInt(time.second) * NANOS_PER_SECOND + BigInt(time.nanos);
}

/** Exact time from `b` to `a`; null when one is local and the other is not. */
export function dateTimeDifference(a: FeelDateTime, b: FeelDateTime): DaysDuration | null {
  if (a.time.isLocal !== b.time.isLocal) return null;
  const utc = ({ date, time }: FeelDateTime) =>
    BigInt(date.epochDay) * NANOS_PER_DAY +
    nanosOf(time) -
    BigInt(time.offsetOn(date.epochDay)) * NANOS_PER_SECOND;
  return new DaysDuration(utc(a) - utc(b));
}

export function timeDifference(a: FeelTime, b: FeelTime): DaysDuration | null {
  if (a.isLocal !== b.isLocal) return null;
  const utc = (time: FeelTime) => nanosOf(time) - BigInt(time.offsetOn(0)) * NANOS_PER_SECOND;
  return new DaysDuration(utc(a) - utc(b));
}

export function dateDifference(a: FeelDate, b: FeelDate): DaysDuration {
  return new DaysDuration(BigInt(a.epochDay - b.epochDay) * NANOS_PER_DAY);
}

/** The day is kept where the month has it, else the month's last day: 31 January + 1 month = 28 February. */
export function addMonths(date: FeelDate, months: number): FeelDate | null {
  const total = date.year * 12 + (date.month - 1) + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  return FeelDate.of(year, month, Math.min(date.day, daysInMonth(year, month)));
}

function floorDiv(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

export function addToDate(date: FeelDate, duration: Duration): FeelDate | null {
  if (duration.kind === 'monthsDuration') return addMonths(date, duration.months);
  return FeelDate.ofEpochDay(date.epochDay + Number(floorDiv(duration.nanos, NANOS_PER_DAY)));
}

function clock(nanos: bigint, like: FeelTime): FeelTime {
  return new FeelTime(
    Number(nanos / NANOS_PER_SECOND),
    Number(nanos % NANOS_PER_SECOND),
    like.offset,
    like.zone,
  );
}

/** Wall-clock arithmetic: the zone or offset of the value is kept. */
export function addToDateTime(value: FeelDateTime, duration: Duration): FeelDateTime | null {
  if (duration.kind === 'monthsDuration') {
    const date = addMonths(value.date, duration.months);
    return date && new FeelDateTime(date, value.time);
  }
  const total = nanosOf(value.time) + duration.nanos;
  const days = floorDiv(total, NANOS_PER_DAY);
  const date = FeelDate.ofEpochDay(value.date.epochDay + Number(days));
  return date && new FeelDateTime(date, clock(total - days * NANOS_PER_DAY, value.time));
}

/** Times wrap around midnight. */
export function addToTime(time: FeelTime, duration: DaysDuration): FeelTime {
  const total = nanosOf(time) + duration.nanos;
  return clock(total - floorDiv(total, NANOS_PER_DAY) * NANOS_PER_DAY, time);
}

export function negate(duration: Duration): Duration {
  return duration.kind === 'monthsDuration'
    ? new MonthsDuration(duration.months === 0 ? 0 : -duration.months)
    : new DaysDuration(-duration.nanos);
}

/** A date is its midnight: in UTC beside a value that has a zone or an offset, as the standard has it. */
export function toDateTime(value: FeelDate | FeelDateTime, beside?: FeelDate | FeelDateTime): FeelDateTime {
  if (value.kind === 'dateTime') return value;
  const isPlaced = beside?.kind === 'dateTime' && !beside.time.isLocal;
  return new FeelDateTime(value, isPlaced ? MIDNIGHT_UTC : MIDNIGHT);
}

/** Whole months from `from` to `to` by their dates alone, cut towards zero. */
export function monthsBetween(from: FeelDate | FeelDateTime, to: FeelDate | FeelDateTime): MonthsDuration {
  const [a, b] = [toDateTime(from).date, toDateTime(to).date];
  const months = (b.year - a.year) * 12 + (b.month - a.month);
  if (months > 0 && b.day < a.day) return new MonthsDuration(months - 1);
  if (months < 0 && b.day > a.day) return new MonthsDuration(months + 1);
  return new MonthsDuration(months);
}
