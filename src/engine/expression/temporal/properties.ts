import { Decimal } from '../decimal.js';
import { ANY, BOOLEAN, DATE, DAYS_DURATION, NUMBER, STRING, TIME, type FeelType } from '../types.js';
import { weekdayOf } from './calendar.js';
import {
  DaysDuration,
  FeelDate,
  FeelTime,
  NANOS_PER_SECOND,
  type Duration,
  type Temporal,
} from './values.js';

type PropertyValue = Decimal | DaysDuration | FeelDate | FeelTime | string | null;

const DATE_PARTS = { year: NUMBER, month: NUMBER, day: NUMBER, weekday: NUMBER };
const TIME_PARTS = {
  hour: NUMBER,
  minute: NUMBER,
  second: NUMBER,
  'time offset': DAYS_DURATION,
  timezone: STRING,
};
const PROPERTIES: Readonly<Partial<Record<FeelType['kind'], Readonly<Record<string, FeelType>>>>> = {
  date: DATE_PARTS,
  time: TIME_PARTS,
  dateTime: { ...DATE_PARTS, ...TIME_PARTS, date: DATE, time: TIME },
  daysDuration: { days: NUMBER, hours: NUMBER, minutes: NUMBER, seconds: NUMBER },
  monthsDuration: { years: NUMBER, months: NUMBER },
  range: { start: ANY, end: ANY, 'start included': BOOLEAN, 'end included': BOOLEAN },
};

/** What may follow the dot after a value of that type, with its type. */
export function propertiesOf(type: FeelType): Readonly<Record<string, FeelType>> {
  return PROPERTIES[type.kind] ?? {};
}

const DATE_READERS: Readonly<Record<string, (date: FeelDate) => number>> = {
  year: (date) => date.year,
  month: (date) => date.month,
  day: (date) => date.day,
  weekday: (date) => weekdayOf(date.epochDay),
};

function timeProperty(time: FeelTime, epochDay: number, name: string): PropertyValue {
  if (name === 'hour') return new Decimal(Math.floor(time.second / 3600));
  if (name === 'minute') return new Decimal(Math.floor(time.second / 60) % 60);
  if (name === 'second') return new Decimal(time.second % 60);
  if (name === 'timezone') return time.zone;
  if (name !== 'time offset' || time.isLocal) return null;
  return new DaysDuration(BigInt(time.offsetOn(epochDay)) * NANOS_PER_SECOND);
}

function daysProperty(nanos: bigint, name: string): PropertyValue {
  const seconds = nanos / NANOS_PER_SECOND;
  const value =
    name === 'days'
      ? seconds / 86_400n
      : name === 'hours'
        ? (seconds / 3600n) % 24n
        : name === 'minutes'
          ? (seconds / 60n) % 60n
          : name === 'seconds'
            ? seconds % 60n
            : null;
  return value === null ? null : new Decimal(value.toString());
}

/** A named part of a date, time or duration; null when it has none of that name. */
export function propertyOf(
  value: Temporal | Duration | { readonly kind: 'function' },
  name: string,
): PropertyValue {
  switch (value.kind) {
    case 'date':
      return dateProperty(value, name);
    case 'time':
      return timeProperty(value, 0, name);
    case 'dateTime':
      if (name === 'date') return value.date;
      if (name === 'time') return value.time;
      return dateProperty(value.date, name) ?? timeProperty(value.time, value.date.epochDay, name);
    case 'daysDuration':
      return daysProperty(value.nanos, name);
    case 'monthsDuration':
      if (name === 'years') return new Decimal(Math.trunc(value.months / 12));
      return name === 'months' ? new Decimal(value.months % 12) : null;
    case 'function':
      return null;
  }
}

function dateProperty(date: FeelDate, name: string): PropertyValue {
  const read = Object.hasOwn(DATE_READERS, name) ? DATE_READERS[name] : undefined;
  return read ? new Decimal(read(date)) : null;
}
