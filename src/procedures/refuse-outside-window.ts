import { type AcceptanceWindow, civilDateInJapan } from '#engine';
import { type Bilingual, type Refusal, refuse } from '../http/refusal.js';
import { acceptanceState, submissionEndsAt } from './acceptance-window.js';

/**
 * @param now the database's clock
 * @param begunAt of a draft that is there already: the grace after the close is for it
 */
export function refuseOutsideWindow(window: AcceptanceWindow, now: Date, begunAt?: Date): Refusal | null {
  const closesAt = begunAt ? submissionEndsAt(window, begunAt) : window.closesAt;
  const state = acceptanceState({ ...window, closesAt }, now);
  if (state === 'open') return null;
  return state === 'before'
    ? refuse('acceptance-not-open', { params: { opens_at: inWords(window.opensAt) } })
    : refuse('acceptance-closed', { params: { closes_at: inWords(closesAt) } });
}

/** `2021-12-13 23:59:59` in Japan, read the same in both languages. */
function inWords(instant: string): string {
  const date = civilDateInJapan(instant);
  const time = new Date(Date.parse(instant) + 9 * 3_600_000).toISOString().slice(11, 19);
  return `${date} ${time}`;
}

/** The office has paused it, with words of its own for applicants. What they have begun stays as it is. */
export function refusePaused(paused: Bilingual | null): Refusal | null {
  return paused && refuse('acceptance-paused', { detail: paused });
}
