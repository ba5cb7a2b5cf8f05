import type { IsoDate } from '../procedure/procedure.js';

const DAY = 86_400_000;

/** The civil date so many days later, or earlier. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
