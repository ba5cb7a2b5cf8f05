import type { IsoDate, IsoInstant } from '../procedure/procedure.js';

const NINE_HOURS = 9 * 60 * 60 * 1000;

/**
 * The civil date in Japan at an instant. Japan has been at UTC+9 without summer time since 1952, so plain
 * arithmetic is exact for every instant an application can have.
 */
export function civilDateInJapan(instant: IsoInstant): IsoDate {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) throw new RangeError(`Not an instant: ${instant}`);
  return new Date(time + NINE_HOURS).toISOString().slice(0, 10);
}
