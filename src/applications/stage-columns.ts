import type { Procedure, Stage, WorkflowState } from '#engine';

/** What lists and queues need of the state, in columns. */
export interface StageColumns {
  readonly stage: string;
  readonly stage_role: string | null;
  readonly open: boolean;
  readonly living: boolean;
  readonly on_hold: boolean;
  readonly due_on: string | null;
  readonly entered_at: string;
  readonly correction_due_on: string | null;
}

export function stageColumns({ workflow }: Procedure, state: WorkflowState): StageColumns {
  const stage = stageNamed(workflow.stages, state.stage);
  return {
    stage: stage.name,
    stage_role: stage.role,
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
