import {
  type ApplicationFacts,
  awaitedRoles,
  type IsoInstant,
  nextTimer,
  type Procedure,
  type Stage,
  type WorkflowState,
} from '#engine';

/** What lists and queues need of the state, in columns. */
export interface StageColumns {
  readonly stage: string;
  /** The role whose turn it is, where it is one alone: queues are indexed by it. */
  readonly stage_role: string | null;
  readonly stage_roles: readonly string[];
  readonly team: string | null;
  readonly next_timer_at: string | null;
  readonly open: boolean;
  readonly living: boolean;
  readonly on_hold: boolean;
  readonly due_on: string | null;
  readonly entered_at: string;
  readonly correction_due_on: string | null;
}

/** Names and types of the columns, as `jsonb_to_record` takes them. */
export const stageRecord = `stage text, stage_role text, stage_roles text[], team text, next_timer_at timestamptz,
    open boolean, living boolean, on_hold boolean, due_on date, entered_at timestamptz, correction_due_on date`;

export function stageColumns(
  procedure: Procedure,
  state: WorkflowState,
  facts: ApplicationFacts,
  now: IsoInstant,
): StageColumns {
  const stage = stageNamed(procedure.workflow.stages, state.stage);
  const roles = awaitedRoles(procedure, state, facts, now);
  return {
    stage: stage.name,
    stage_role: roles.length === 1 ? (roles[0] ?? null) : null,
    stage_roles: roles,
    team: state.team,
    next_timer_at: nextTimer(procedure, state, facts)?.at ?? null,
    open: stage.kind !== 'final',
    living: stage.kind !== 'final' || stage.outcome === 'approved',
    on_hold: state.hold !== null,
    due_on: state.dueOn,
    entered_at: state.enteredAt,
    correction_due_on: state.correction?.dueOn ?? null,
  };
}

/** A stage of the version that the application was filled in with. */
export function stageNamed(stages: ReadonlyMap<string, Stage>, name: string): Stage {
  const stage = stages.get(name);
  if (!stage) throw new RangeError(`No stage ${name}`);
  return stage;
}
