import { addWorkingDays, workingDaysBetween } from '../japanese/working-days.js';
import type { IsoDate } from '../procedure/procedure.js';

const DAY = 86_400_000;

export type DayCount = 'working' | 'calendar';

/** The date so many days after `date`, before it when negative. Working days as {@link addWorkingDays}. */
export function addCounted(date: IsoDate, count: number, days: DayCount): IsoDate {
  if (days === 'working') return addWorkingDays(date, count);
  return new Date(Date.parse(`${date}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);
}

/** Days after `from` up to and including `to`. */
export function countedBetween(from: IsoDate, to: IsoDate, days: DayCount): number {
  if (days === 'working') return workingDaysBetween(from, to);
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY;
}

/** The due time of a stage, or null when it has none. */
export function dueTimeOf(stage: {
  readonly dueWorkingDays: number | null;
  readonly dueDays: number | null;
}): { readonly count: number; readonly days: DayCount } | null {
  if (stage.dueWorkingDays !== null) return { count: stage.dueWorkingDays, days: 'working' };
  return stage.dueDays === null ? null : { count: stage.dueDays, days: 'calendar' };
}
