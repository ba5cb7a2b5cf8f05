import { civilDateInJapan } from '../japanese/civil-date.js';
import type { ClockRule, IsoDate, IsoInstant, Procedure } from '../procedure/procedure.js';
import type { ClockSpan } from './clock-ledger.js';
import { clockLedger, dayOfLimit } from './clock-ledger.js';
import { addCounted, countedBetween, dueTimeOf } from './day-count.js';
import { usualWay } from './usual-way.js';
import { stageOf } from './workflow-state.js';
import type { Stage } from './workflow.js';
import type { HistoryEntry, WorkflowState } from './review-state.js';

/** Stage → working days that applications were measured to stay there. */
export type TypicalDays = Readonly<Record<string, number>>;

export interface ProcessingClock {
  /** How all days below are counted. */
  readonly rule: ClockRule;
  readonly used: number;
  /** Days with the applicant, which do not count. */
  readonly stopped: number;
  /** Days allowed: 標準処理期間 with its extensions. */
  readonly limit: number;
  /** Days of the limit that extensions added. */
  readonly extended: number;
  /** False while the applicant has it, and at the end. */
  readonly running: boolean;
  readonly spans: readonly ClockSpan[];
  /** The day the limit falls on, or fell on, if the clock does not stop from now on; null once it has ended. */
  readonly limitOn: IsoDate | null;
  /** The day it should end if everybody keeps to their time from here on; null at the end, or where no way to one is usual. */
  readonly forecastOn: IsoDate | null;
  /** `at-risk`: in time so far, but not if it goes on as usual. */
  readonly outlook: 'in-time' | 'at-risk' | 'late';
}

/**
 * The processing clock of an application: a pure function of its history.
 *
 * @param history in order; the first entry is the arrival
 * @param typical measured times, taken before the due times of the file
 */
export function processingClock(
  procedure: Procedure,
  history: readonly HistoryEntry[],
  state: WorkflowState,
  now: IsoInstant,
  typical: TypicalDays = {},
): ProcessingClock {
  const { clock: rule, standardProcessingDays } = procedure.info;
  const ledger = clockLedger(history, procedure.workflow.stages, now, rule);
  const { used, stopped, spans, running: open } = ledger;
  const limit = standardProcessingDays + state.extendedDays;
  const today = civilDateInJapan(now);
  const forecast = open ? forecastOf(procedure, state, today, typical) : null;
  const late = used > limit;
  const atRisk = forecast !== null && used + forecast.counted > limit;
  return {
    rule,
    used,
    stopped,
    limit,
    extended: state.extendedDays,
    running: open && stageOf(procedure, state.stage).clock === 'runs',
    spans,
    limitOn: open ? dayOfLimit(spans, limit, today, rule) : null,
    forecastOn: forecast?.on ?? null,
    outlook: late ? 'late' : atRisk ? 'at-risk' : 'in-time',
  };
}

/** When it ends if each stage takes its time, and how many days until then count. */
function forecastOf(
  procedure: Procedure,
  state: WorkflowState,
  today: IsoDate,
  typical: TypicalDays,
): { readonly on: IsoDate; readonly counted: number } | null {
  const way = usualWay(procedure.workflow, state);
  if (!way) return null;
  let [on, counted] = [today, 0];
  for (const stage of way) {
    const until = leaves(stage, on, state, typical);
    if (stage.clock === 'runs') counted += countedBetween(on, until, procedure.info.clock.days);
    on = until;
  }
  return { on, counted };
}

/** The day a stage is left that is entered, or still held, on `on`. One that is overdue is expected to be left at once. */
function leaves(stage: Stage, on: IsoDate, state: WorkflowState, typical: TypicalDays): IsoDate {
  const present = stage.name === state.stage;
  const usual = Object.hasOwn(typical, stage.name) ? typical[stage.name] : undefined;
  const begun = present ? civilDateInJapan(state.enteredAt) : on;
  const time = usual === undefined ? dueTimeOf(stage) : { count: usual, days: 'working' as const };
  const due = present && usual === undefined ? state.dueOn : time && addCounted(begun, time.count, time.days);
  return due !== null && due > on ? due : on;
}
