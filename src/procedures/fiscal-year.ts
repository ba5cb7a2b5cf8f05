import type { IsoDate } from '#engine';

/** The Japanese fiscal year (April to March) that a civil date is in: `2022-03-31` → 2021. */
export function fiscalYearOf(date: IsoDate): number {
  const year = Number(date.slice(0, 4));
  return date.slice(5, 7) < '04' ? year - 1 : year;
}
