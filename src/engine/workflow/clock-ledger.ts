import { civilDateInJapan } from '../japanese/civil-date.js';
import type { ClockRule, IsoDate, IsoInstant } from '../procedure/procedure.js';
import { addCounted, countedBetween } from './day-count.js';
import type { Stage } from './workflow.js';
import type { HistoryEntry } from './review-state.js';

/** One stay in a stage. The day it began is not counted, the day it ended is. */
export interface ClockSpan {
  readonly stage: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Days as the procedure counts them. With an inclusive count the day of arrival belongs to the first stay. */
  readonly days: number;
  readonly clock: Stage['clock'];
}

export interface ClockLedger {
  /** Days that count against the standard processing period (標準処理期間). */
  readonly used: number;
  /** Days the clock stood still for a correction (行政手続法6条). */
  readonly stopped: number;
  /** False once a final stage was reached. */
  readonly running: boolean;
  readonly spans: readonly ClockSpan[];
}

const WORKING_DAYS: ClockRule = { days: 'working', count: 'exclusive' };

/**
 * The processing time of one application, from its history alone.
 *
 * @param history in order; the first entry is the arrival
 * @param until the instant up to which an application still open is counted
 * @param rule how days are counted; by default working days, the first not counted (初日不算入, 民法140条)
 */
export function clockLedger(
  history: readonly HistoryEntry[],
  stages: ReadonlyMap<string, Stage>,
  until: IsoInstant,
  rule: ClockRule = WORKING_DAYS,
): ClockLedger {
  const moves = history.filter((entry) => entry.to !== entry.from);
  const spans: ClockSpan[] = [];
  let running = true;
  for (const [index, { at, to: name }] of moves.entries()) {
    const stage = stages.get(name);
    if (stage?.kind === 'final') running = false;
    if (!stage || stage.kind === 'final') continue;
    const [from, to] = [civilDateInJapan(at), civilDateInJapan(moves[index + 1]?.at ?? until)];
    const days = countedBetween(countFrom(from, spans.length, rule), to, rule.days);
    spans.push({ stage: name, from, to, days, clock: stage.clock });
  }
  const total = (clock: Stage['clock']) =>
    spans.filter((span) => span.clock === clock).reduce((sum, span) => sum + span.days, 0);
  return { used: total('runs'), stopped: total('stops'), running, spans };
}

/**
 * The day on which the used days reach the limit: it may have passed, or it lies ahead if the clock runs from `today`
 * on.
 */
export function dayOfLimit(
  spans: readonly ClockSpan[],
  limit: number,
  today: IsoDate,
  rule: ClockRule,
): IsoDate {
  let left = limit;
  for (const [index, { from, days, clock }] of spans.entries()) {
    if (clock === 'stops') continue;
    if (days >= left) return addCounted(countFrom(from, index, rule), left, rule.days);
    left -= days;
  }
  return addCounted(today, left, rule.days);
}

/** The day after which counting begins. */
function countFrom(from: IsoDate, index: number, { count }: ClockRule): IsoDate {
  return index === 0 && count === 'inclusive' ? addCounted(from, -1, 'calendar') : from;
}
