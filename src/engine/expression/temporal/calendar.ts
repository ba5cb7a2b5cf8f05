// Proleptic Gregorian calendar on plain integers; holds for every year FEEL knows (±999,999,999), which Date does not.

export const MAX_YEAR = 999_999_999;

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isValidDate(year: number, month: number, day: number): boolean {
  return (
    Number.isInteger(year) &&
    Math.abs(year) <= MAX_YEAR &&
    Number.isInteger(month) &&
    month >= 1 &&
    month <= 12 &&
    Number.isInteger(day) &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  );
}

/** Days since 1970-01-01. Years are counted from March so that the leap day falls last. */
export function epochDayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Inverse of {@link epochDayOf}. */
export function civilOf(epochDay: number): { year: number; month: number; day: number } {
  const z = epochDay + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(epochDay: number): number {
  return ((((epochDay + 3) % 7) + 7) % 7) + 1;
}

export function dayOfYear(year: number, month: number, day: number): number {
  return epochDayOf(year, month, day) - epochDayOf(year, 1, 1) + 1;
}

/** ISO 8601 week: weeks begin on Monday, week 1 holds the year's first Thursday. */
export function isoWeekOf(epochDay: number): number {
  const thursday = epochDay - weekdayOf(epochDay) + 4;
  const { year } = civilOf(thursday);
  return Math.floor((thursday - epochDayOf(year, 1, 1)) / 7) + 1;
}

const zoneFormats = new Map<string, Intl.DateTimeFormat | null>();

function zoneFormat(zone: string): Intl.DateTimeFormat | null {
  const known = zoneFormats.get(zone);
  if (known !== undefined) return known;
  if (zoneFormats.size > 1000) zoneFormats.clear();
  let format: Intl.DateTimeFormat | null;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
  } catch {
    format = null;
  }
  zoneFormats.set(zone, format);
  return format;
}

export function isKnownZone(zone: string): boolean {
  return /^[A-Za-z]/.test(zone) && zoneFormat(zone) !== null;
}

function offsetAtInstant(zone: string, epochSeconds: number): number {
  const part: Record<string, string> = {};
  const instant = new Date(epochSeconds * 1000);
  for (const { type, value } of zoneFormat(zone)?.formatToParts(instant) ?? []) part[type] = value;
  const year = part['era'] === 'BC' ? 1 - Number(part['year']) : Number(part['year']);
  const local =
    epochDayOf(year, Number(part['month']), Number(part['day'])) * 86_400 +
    Number(part['hour']) * 3600 +
    Number(part['minute']) * 60 +
    Number(part['second']);
  return local - epochSeconds;
}

/** Years the platform's time-zone data cannot reach are moved by whole 400-year cycles. */
function reachable(epochDay: number): number {
  const cycle = 146_097;
  return Math.abs(epochDay) > 90_000_000 ? (((epochDay % cycle) + cycle) % cycle) + cycle : epochDay;
}

/** Seconds east of UTC that `zone` keeps at a date and second of the day in UTC. */
export function offsetAt(zone: string, epochDay: number, secondOfDay: number): number {
  return offsetAtInstant(zone, reachable(epochDay) * 86_400 + secondOfDay);
}

/** Seconds east of UTC that `zone` keeps at a local date and second of the day. */
export function zoneOffsetAt(zone: string, epochDay: number, secondOfDay: number): number {
  const local = reachable(epochDay) * 86_400 + secondOfDay;
  const guess = offsetAtInstant(zone, local);
  return offsetAtInstant(zone, local - guess);
}
