import { civilDateInJapan } from '../japanese/civil-date.js';
import type { IsoDate, IsoInstant, Procedure } from '../procedure/procedure.js';
import { addCounted, dueTimeOf } from './day-count.js';
import type { Stage } from './workflow.js';
import type { HistoryEntry, WorkflowState } from './review-state.js';

type Position = Pick<WorkflowState, 'stage' | 'enteredAt' | 'dueOn'>;

/** Everything a state says beside where the application stands, as long as nothing has happened. */
const NOTHING_YET: Omit<WorkflowState, keyof Position> = {
  hold: null,
  correction: null,
  actors: {},
  staff: {},
  checks: [],
  correctionCount: 0,
  reason: null,
  publicReason: null,
  approvals: [],
  team: null,
  timersFired: [],
  extendedDays: 0,
};

/** A state with every member there is: one stored before a member existed gets that member's beginning. */
export function completeState(stored: Position & Partial<WorkflowState>): WorkflowState {
  return { ...NOTHING_YET, ...stored };
}

/** A stage begins: its own time runs, nobody has said yes, no timer has fired, and what was on hold is not any more. */
export function enterStage(state: WorkflowState, stage: Stage, now: IsoInstant): WorkflowState {
  return {
    ...state,
    stage: stage.name,
    enteredAt: now,
    dueOn: dueOn(stage, now),
    hold: null,
    approvals: [],
    timersFired: [],
  };
}

/** The day by which a stage that begins now should be left; null where none is set. */
export function dueOn(stage: Stage, now: IsoInstant): IsoDate | null {
  const time = dueTimeOf(stage);
  return time && addCounted(civilDateInJapan(now), time.count, time.days);
}

/** A compiled workflow only names stages it has; a state of another procedure is a programming error. */
export function stageOf(procedure: Procedure, name: string): Stage {
  const stage = procedure.workflow.stages.get(name);
  if (!stage) throw new RangeError(`Procedure ${procedure.info.id} has no stage ${name}`);
  return stage;
}

const SYSTEM = { kind: 'system', id: 'system' } as const;

/** A line of the history; what is not said is null, and who is not named is the system. */
export function historyLine(
  said: Pick<HistoryEntry, 'at' | 'type' | 'from' | 'to'> & Partial<HistoryEntry>,
): HistoryEntry {
  return {
    action: null,
    actor: SYSTEM,
    role: null,
    onBehalfOf: null,
    reason: null,
    publicReason: null,
    ...said,
  };
}
