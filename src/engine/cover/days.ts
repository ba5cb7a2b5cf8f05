import type { IsoDate, IsoInstant } from '../procedure/procedure.js';

export const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The civil date so many days later, or earlier. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The instant so many milliseconds later, as Japan writes it. */
export function addTime(instant: IsoInstant, milliseconds: number): IsoInstant {
  const local = new Date(Date.parse(instant) + milliseconds + 9 * HOUR);
  return `${local.toISOString().slice(0, 19)}+09:00`;
}
