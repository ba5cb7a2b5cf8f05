import type { IsoInstant, Procedure } from '../procedure/procedure.js';
import type { Lead } from './route-for.js';
import { askChecksAgain, runThroughChecks } from './run-checks.js';
import type { ApplicationFacts } from './workflow-facts.js';
import { dueOn, enterStage, stageOf } from './workflow-state.js';
import type { Stage } from './workflow.js';
import type { CorrectionTarget, HistoryEntry, WorkflowState } from './review-state.js';

/** What a correction is asked with. */
export interface CorrectionRequest {
  readonly targets: readonly CorrectionTarget[];
  readonly note: string;
}

export interface Moved {
  /** Where the route led; the state may be further on, when that was an automatic stage. */
  readonly target: Stage;
  readonly state: WorkflowState;
  /** What followed by itself. */
  readonly history: readonly HistoryEntry[];
}

/** Follows a route, through automatic stages to the first that waits for somebody. */
export function move(
  procedure: Procedure,
  state: WorkflowState,
  lead: Lead,
  request: CorrectionRequest,
  application: ApplicationFacts,
  now: IsoInstant,
): Moved {
  const from = stageOf(procedure, state.stage);
  const back = lead.to === '@origin';
  const target = stageOf(procedure, back ? (state.correction?.origin ?? procedure.workflow.start) : lead.to);
  const checked = back ? askChecksAgain(procedure, state, application, now) : state;
  const moved = arriveAt({ ...checked, team: lead.team ?? checked.team }, from, target, request, now);
  return { target, ...runThroughChecks(procedure, moved, application, now) };
}

function arriveAt(
  state: WorkflowState,
  from: Stage,
  to: Stage,
  { targets, note }: CorrectionRequest,
  now: IsoInstant,
): WorkflowState {
  const entered = to === from ? state : enterStage(state, to, now);
  if (to.kind !== 'correction') return { ...entered, correction: null };
  const due = dueOn(to, now);
  if (due === null) throw new RangeError(`Correction stage ${to.name} has no due time`);
  if (to === from && state.correction) return withNewDueDay(entered, to, due);
  return {
    ...entered,
    correction: { targets, note, dueOn: due, requestedAt: now, origin: from.name },
    correctionCount: state.correctionCount + 1,
  };
}

/** The applicant got more time: what is counted from the due day is counted anew. */
function withNewDueDay(state: WorkflowState, { timers }: Stage, due: string): WorkflowState {
  const countsFromDue = (name: string) => {
    const on = timers.get(name)?.on;
    return on !== undefined && 'from' in on && on.from === 'due';
  };
  return {
    ...state,
    dueOn: due,
    correction: state.correction && { ...state.correction, dueOn: due },
    timersFired: state.timersFired.filter((name) => !countsFromDue(name)),
  };
}
