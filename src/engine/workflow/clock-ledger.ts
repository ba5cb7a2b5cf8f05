import { civilDateInJapan } from '../japanese/civil-date.js';
import { workingDaysBetween } from '../japanese/working-days.js';
import type { IsoDate, IsoInstant } from '../procedure/procedure.js';
import type { HistoryEntry, Stage } from './workflow.js';

/** One stay in a stage. The day it began is not counted, the day it ended is. */
export interface ClockSpan {
  readonly stage: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly workingDays: number;
  readonly clock: Stage['clock'];
}

export interface ClockLedger {
  /** Working days that count against the standard processing period (標準処理期間). */
  readonly used: number;
  /** Working days the clock stood still for a correction (行政手続法6条). */
  readonly stopped: number;
  /** False once a final stage was reached. */
  readonly running: boolean;
  readonly spans: readonly ClockSpan[];
}

/**
 * The processing time of one application, from its history alone.
 *
 * @param history in order; the first entry is the arrival
 * @param until the instant up to which an application still open is counted
 */
export function clockLedger(
  history: readonly HistoryEntry[],
  stages: ReadonlyMap<string, Stage>,
  until: IsoInstant,
): ClockLedger {
  const moves = history.filter((entry) => entry.to !== entry.from);
  const spans: ClockSpan[] = [];
  let running = true;
  for (const [index, { at, to: name }] of moves.entries()) {
    const stage = stages.get(name);
    if (stage?.kind === 'final') running = false;
    if (!stage || stage.kind === 'final') continue;
    const [from, to] = [civilDateInJapan(at), civilDateInJapan(moves[index + 1]?.at ?? until)];
    spans.push({ stage: name, from, to, workingDays: workingDaysBetween(from, to), clock: stage.clock });
  }
  const total = (clock: Stage['clock']) =>
    spans.filter((span) => span.clock === clock).reduce((sum, span) => sum + span.workingDays, 0);
  return { used: total('runs'), stopped: total('stops'), running, spans };
}
