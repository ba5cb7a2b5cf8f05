import { Decimal } from '../decimal.js';
import { dayOfYear, isKnownZone, isoWeekOf, offsetAt, weekdayOf } from '../temporal/calendar.js';
import { addToDateTime, monthsBetween } from '../temporal/arithmetic.js';
import { parseDate, parseDateTime, parseDuration, parseTime } from '../temporal/parse.js';
import {
  DaysDuration,
  FeelDate,
  FeelDateTime,
  FeelTime,
  MIDNIGHT,
  MIDNIGHT_UTC,
  NANOS_PER_SECOND,
} from '../temporal/values.js';
import {
  ANY,
  BOOLEAN,
  DATE,
  DATE_TIME,
  MONTHS_DURATION,
  NUMBER,
  STRING,
  TIME,
  type FeelType,
} from '../types.js';
import { equal, kindOf, type FeelValue } from '../values.js';
import {
  any,
  builtIn,
  costly,
  date,
  dateTime,
  daysDuration,
  nullable,
  number,
  optional,
  signature,
  sometimesNull,
  text,
  time,
  type BuiltIn,
} from './signature.js';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

function ofDay(name: string, returns: FeelType, compute: (day: FeelDate) => FeelValue): BuiltIn {
  return builtIn(
    name,
    signature([date('date')], returns, compute),
    signature([dateTime('date')], returns, (value) => compute(value.date)),
  );
}

function makeTime(
  hour: Decimal,
  minute: Decimal,
  second: Decimal,
  offset: DaysDuration | null | undefined,
): FeelTime | null {
  const [h, m, s] = [hour.toNumber(), minute.toNumber(), Math.floor(second.toNumber())];
  if (!Number.isInteger(h) || h < 0 || h > 23 || !Number.isInteger(m) || m < 0 || m > 59 || s < 0 || s > 59)
    return null;
  const nanos = second.minus(s).times(1e9).trunc().toNumber();
  const east = offset ? Number(offset.nanos / NANOS_PER_SECOND) : null;
  return east !== null && Math.abs(east) > 18 * 3600
    ? null
    : new FeelTime(h * 3600 + m * 60 + s, nanos, east);
}

const DAY = [number('year'), number('month'), number('day')] as const;
const CLOCK = [number('hour'), number('minute'), number('second')] as const;

function hoursOf(hours: Decimal): DaysDuration {
  return new DaysDuration(BigInt(hours.times(3600).trunc().toFixed()) * NANOS_PER_SECOND);
}

function joined(day: FeelDate | null, clock: FeelTime | null): FeelDateTime | null {
  return day && clock && new FeelDateTime(day, clock);
}

function inZone(value: FeelDateTime, zone: string): FeelDateTime | null {
  if (value.time.isLocal || !isKnownZone(zone)) return null;
  const utc = addToDateTime(
    new FeelDateTime(value.date, new FeelTime(value.time.second, value.time.nanos)),
    new DaysDuration(-BigInt(value.time.offsetOn(value.date.epochDay)) * NANOS_PER_SECOND),
  );
  if (!utc) return null;
  const east = offsetAt(zone, utc.date.epochDay, utc.time.second);
  const local = addToDateTime(utc, new DaysDuration(BigInt(east) * NANOS_PER_SECOND));
  return local && new FeelDateTime(local.date, new FeelTime(local.time.second, local.time.nanos, null, zone));
}

/** `is`: the same value in the same form; 23:00Z and 23:00@Etc/UTC are equal but not the same. */
function same(a: FeelValue, b: FeelValue): boolean {
  if (kindOf(a) !== kindOf(b)) return false;
  if (a instanceof FeelTime && b instanceof FeelTime && (a.zone !== b.zone || a.offset !== b.offset))
    return false;
  if (a instanceof FeelDateTime && b instanceof FeelDateTime)
    return same(a.date, b.date) && same(a.time, b.time);
  return equal(a, b) === true;
}

/** A date that is written out is there; one put together from facts may be no day of the calendar. */
function isNoDate([from, month, day]: readonly (FeelValue | undefined)[]): boolean {
  if (typeof from === 'string') return parseDate(from) === null;
  const parts = [from, month, day].map((part) => (part instanceof Decimal ? part.toNumber() : Number.NaN));
  const [y = Number.NaN, m = Number.NaN, d = Number.NaN] = parts;
  return FeelDate.of(y, m, d) === null;
}

export const DATE_FUNCTIONS: readonly BuiltIn[] = [
  sometimesNull(
    builtIn(
      'date',
      signature([text('from')], DATE, (from) => parseDate(from)),
      signature([date('from')], DATE, (from) => from),
      signature([dateTime('from')], DATE, (from) => from.date),
      signature([number('year'), number('month'), number('day')], DATE, (year, month, day) =>
        FeelDate.of(year.toNumber(), month.toNumber(), day.toNumber()),
      ),
    ),
    isNoDate,
  ),
  costly(
    10,
    sometimesNull(
      builtIn(
        'time',
        signature([text('from')], TIME, (from) => parseTime(from)),
        signature([time('from')], TIME, (from) => from),
        signature([dateTime('from')], TIME, (from) => from.time),
        signature([date('from')], TIME, () => MIDNIGHT_UTC),
        signature(
          [number('hour'), number('minute'), number('second'), optional(nullable(daysDuration('offset')))],
          TIME,
          makeTime,
        ),
      ),
      ([from]) => typeof from !== 'string' || parseTime(from) === null,
    ),
  ),
  costly(
    10,
    sometimesNull(
      builtIn(
        'date and time',
        signature([text('from')], DATE_TIME, (from) => parseDateTime(from)),
        signature([dateTime('from')], DATE_TIME, (from) => from),
        signature([date('from')], DATE_TIME, (from) => new FeelDateTime(from, MIDNIGHT)),
        signature([date('date'), time('time')], DATE_TIME, (day, clock) => new FeelDateTime(day, clock)),
        signature(
          [dateTime('date'), time('time')],
          DATE_TIME,
          (value, clock) => new FeelDateTime(value.date, clock),
        ),
        // The same moment as the clocks of another zone show it.
        signature([dateTime('date'), text('timezone')], DATE_TIME, inZone),
        signature(
          [...DAY, ...CLOCK, optional(nullable(number('hour offset')))],
          DATE_TIME,
          (year, month, day, hour, minute, second, offset) =>
            joined(
              FeelDate.of(year.toNumber(), month.toNumber(), day.toNumber()),
              makeTime(hour, minute, second, offset && hoursOf(offset)),
            ),
        ),
        signature(
          [...DAY, ...CLOCK, text('timezone')],
          DATE_TIME,
          (year, month, day, hour, minute, second, zone) => {
            const time = makeTime(hour, minute, second, null);
            const placed =
              time && isKnownZone(zone) ? new FeelTime(time.second, time.nanos, null, zone) : null;
            return joined(FeelDate.of(year.toNumber(), month.toNumber(), day.toNumber()), placed);
          },
        ),
      ),
      ([from]) => typeof from !== 'string' || parseDateTime(from) === null,
    ),
  ),
  sometimesNull(
    builtIn(
      'duration',
      signature([text('from')], ANY, (from) => parseDuration(from)),
    ),
    ([from]) => typeof from !== 'string' || parseDuration(from) === null,
  ),
  builtIn(
    'years and months duration',
    signature([date('from'), date('to')], MONTHS_DURATION, (from, to) => monthsBetween(from, to)),
    signature([date('from'), dateTime('to')], MONTHS_DURATION, (from, to) => monthsBetween(from, to)),
    signature([dateTime('from'), date('to')], MONTHS_DURATION, (from, to) => monthsBetween(from, to)),
    signature([dateTime('from'), dateTime('to')], MONTHS_DURATION, (from, to) => monthsBetween(from, to)),
  ),
  ofDay('day of year', NUMBER, ({ year, month, day }) => new Decimal(dayOfYear(year, month, day))),
  ofDay('day of week', STRING, (day) => WEEKDAYS[weekdayOf(day.epochDay) - 1] ?? null),
  ofDay('month of year', STRING, ({ month }) => MONTHS[month - 1] ?? null),
  ofDay('week of year', NUMBER, (day) => new Decimal(isoWeekOf(day.epochDay))),
  builtIn('is', signature([any('value1'), any('value2')], BOOLEAN, same)),
];
