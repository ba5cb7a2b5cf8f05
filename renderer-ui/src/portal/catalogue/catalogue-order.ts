import type { ProcedureListItem } from '../../api/types.js';

/** Days from which the closing date is counted down. */
export const SOON_DAYS = 30;

const STATE_ORDER = { open: 0, before: 1, closed: 2 };

/** Open ones first, the soonest to close; then those to come, the soonest to open; then the last to have closed. */
export function byClosing(a: ProcedureListItem, b: ProcedureListItem): number {
  if (a.state !== b.state) return STATE_ORDER[a.state] - STATE_ORDER[b.state];
  if (a.state === 'before') return Date.parse(a.opensAt) - Date.parse(b.opensAt);
  const closing = Date.parse(a.closesAt) - Date.parse(b.closesAt);
  return a.state === 'open' ? closing : -closing;
}

/** Whole days until the closing instant, by Japan's calendar: 0 = closes today. */
export function daysLeft(closesAt: string, now: Date): number {
  const NINE_HOURS = 9 * 3_600_000;
  const day = (instant: number): number => Math.floor((instant + NINE_HOURS) / 86_400_000);
  return day(Date.parse(closesAt)) - day(now.getTime());
}
