import { type AcceptanceWindow, civilDateInJapan, isCivilDate } from '#engine';
import { type Outcome, done, refuse } from '../http/refusal.js';

/** 受付日 as it was written down: a day that there is, and not in the future. */
export function judgeArrivalDay(arrivedOn: string, now: Date): Outcome<null> {
  if (!isCivilDate(arrivedOn)) return refuse('request-invalid', { params: { field: 'arrivedOn' } });
  return arrivedOn > civilDateInJapan(now.toISOString()) ? refuse('arrival-in-future') : done(null);
}

/**
 * The moment that stands for a day of arrival: now for today, noon for an earlier one. On the first and last day of the
 * acceptance window it lies within the window, because a post mark tells no hour.
 */
export function momentOfArrival(arrivedOn: string, now: Date, window: AcceptanceWindow): Date {
  const isToday = arrivedOn === civilDateInJapan(now.toISOString());
  const moment = isToday ? now : new Date(`${arrivedOn}T12:00:00+09:00`);
  const [opens, closes] = [new Date(window.opensAt), new Date(window.closesAt)];
  if (civilDateInJapan(window.opensAt) === arrivedOn && moment < opens && opens <= now) return opens;
  if (civilDateInJapan(window.closesAt) === arrivedOn && moment > closes) return closes;
  return moment;
}
