import { type AcceptanceWindow, windowAt } from '#engine';

export type AcceptanceState = 'before' | 'open' | 'closed';

/** The window in force: the published one, or where the office has moved it. */
export interface WindowOverride {
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
}

/** @param now by which it is known which occurrence of a yearly window is meant */
export function effectiveWindow(
  published: AcceptanceWindow,
  moved: WindowOverride,
  now: Date,
): AcceptanceWindow {
  return windowAt(published, now.toISOString(), {
    opensAt: moved.opensAt?.toISOString() ?? null,
    closesAt: moved.closesAt?.toISOString() ?? null,
  });
}

/** `closesAt` is inclusive to the second: at 23:59:59.9 a window closing at 23:59:59 is still open. */
export function acceptanceState(
  window: Pick<AcceptanceWindow, 'opensAt' | 'closesAt'>,
  now: Date,
): AcceptanceState {
  if (now.getTime() < Date.parse(window.opensAt)) return 'before';
  return now.getTime() < Date.parse(window.closesAt) + 1_000 ? 'open' : 'closed';
}

/**
 * The last instant at which a draft may be submitted, inclusive to the second: what was begun before the close has the
 * grace.
 */
export function submissionEndsAt(window: AcceptanceWindow, begunAt: Date): string {
  const { closesAt, graceMinutes } = window;
  if (graceMinutes === 0 || acceptanceState(window, begunAt) === 'closed') return closesAt;
  return new Date(Date.parse(closesAt) + graceMinutes * 60_000).toISOString();
}
