import {
  NANOS_PER_SECOND,
  type DaysDuration,
  type Duration,
  type FeelDate,
  type FeelTime,
  type MonthsDuration,
  type Temporal,
} from './values.js';

const two = (n: number): string => String(n).padStart(2, '0');

export function dateText(date: FeelDate): string {
  const year = String(Math.abs(date.year)).padStart(4, '0');
  return `${date.year < 0 ? '-' : ''}${year}-${two(date.month)}-${two(date.day)}`;
}

function offsetText(offset: number): string {
  if (offset === 0) return 'Z';
  const size = Math.abs(offset);
  const seconds = size % 60 === 0 ? '' : `:${two(size % 60)}`;
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}${seconds}`;
}

function fraction(nanos: number): string {
  return nanos === 0 ? '' : `.${String(nanos).padStart(9, '0').replace(/0+$/, '')}`;
}

export function timeText(time: FeelTime): string {
  const { second } = time;
  const clock = `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
  const place = time.zone !== null ? `@${time.zone}` : time.offset !== null ? offsetText(time.offset) : '';
  return clock + fraction(time.nanos) + place;
}

function monthsText({ months }: MonthsDuration): string {
  const size = Math.abs(months);
  const [years, rest] = [Math.floor(size / 12), size % 12];
  if (size === 0) return 'P0M';
  return `${months < 0 ? '-' : ''}P${years ? `${years}Y` : ''}${rest ? `${rest}M` : ''}`;
}

function daysText({ nanos }: DaysDuration): string {
  if (nanos === 0n) return 'PT0S';
  const size = nanos < 0n ? -nanos : nanos;
  const seconds = size / NANOS_PER_SECOND;
  const [days, hours, minutes] = [seconds / 86_400n, (seconds / 3600n) % 24n, (seconds / 60n) % 60n];
  const rest = fraction(Number(size % NANOS_PER_SECOND));
  const last = seconds % 60n !== 0n || rest ? `${seconds % 60n}${rest}S` : '';
  const clock = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${last}`;
  return `${nanos < 0n ? '-' : ''}P${days ? `${days}D` : ''}${clock ? `T${clock}` : ''}`;
}

/** ISO 8601 text as FEEL writes it; a zone follows an at sign: "2021-10-01T20:00:00@Asia/Tokyo". */
export function temporalText(value: Temporal | Duration): string {
  switch (value.kind) {
    case 'date':
      return dateText(value);
    case 'time':
      return timeText(value);
    case 'dateTime':
      return `${dateText(value.date)}T${timeText(value.time)}`;
    case 'daysDuration':
      return daysText(value);
    case 'monthsDuration':
      return monthsText(value);
  }
}
