import { civilOf, epochDayOf, isValidDate, zoneOffsetAt } from './calendar.js';

/** Civil date. Immutable; build through {@link FeelDate.of}. */
export class FeelDate {
  readonly kind = 'date';
  private constructor(
    readonly year: number,
    readonly month: number,
    readonly day: number,
    /** Days since 1970-01-01. */
    readonly epochDay: number,
  ) {}

  /** @returns null when the calendar has no such day. */
  static of(year: number, month: number, day: number): FeelDate | null {
    return isValidDate(year, month, day)
      ? new FeelDate(year, month, day, epochDayOf(year, month, day))
      : null;
  }

  static ofEpochDay(epochDay: number): FeelDate | null {
    const { year, month, day } = civilOf(epochDay);
    return FeelDate.of(year, month, day);
  }
}

/** Time of day, with at most one of a fixed offset or a named zone. */
export class FeelTime {
  readonly kind = 'time';
  constructor(
    /** 0 … 86,399 */
    readonly second: number,
    /** 0 … 999,999,999 */
    readonly nanos: number,
    /** Seconds east of UTC; null when local or zoned. */
    readonly offset: number | null = null,
    readonly zone: string | null = null,
  ) {}

  get isLocal(): boolean {
    return this.offset === null && this.zone === null;
  }

  /** Seconds east of UTC on the given day; 0 for a local time. */
  offsetOn(epochDay: number): number {
    if (this.zone !== null) return zoneOffsetAt(this.zone, epochDay, this.second);
    return this.offset ?? 0;
  }
}

/** Date and time of day. */
export class FeelDateTime {
  readonly kind = 'dateTime';
  constructor(
    readonly date: FeelDate,
    readonly time: FeelTime,
  ) {}
}

/** Days and time duration, exact to the nanosecond. */
export class DaysDuration {
  readonly kind = 'daysDuration';
  constructor(readonly nanos: bigint) {}
}

/** Years and months duration. */
export class MonthsDuration {
  readonly kind = 'monthsDuration';
  constructor(readonly months: number) {}
}

export type Temporal = FeelDate | FeelTime | FeelDateTime;
export type Duration = DaysDuration | MonthsDuration;

export const NANOS_PER_SECOND = 1_000_000_000n;
export const NANOS_PER_DAY = 86_400n * NANOS_PER_SECOND;
export const MIDNIGHT = new FeelTime(0, 0);
export const MIDNIGHT_UTC = new FeelTime(0, 0, 0);
