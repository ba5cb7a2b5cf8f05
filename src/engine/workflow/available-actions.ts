import type { IsoInstant, Procedure } from '../procedure/procedure.js';
import { mayTake } from './authority.js';
import { isRefusal, refuseWithoutOpinions, takingOf } from './refuse-command.js';
import type { ApplicationFacts } from './workflow-facts.js';
import { workflowFacts } from './workflow-facts.js';
import { stageOf } from './workflow-state.js';
import type { Action } from './workflow.js';
import type { Actor, Refusal, WorkflowState } from './review-state.js';

export interface AvailableAction {
  readonly action: Action;
  /** Why this actor cannot take it now (four-eyes, hold, another approver's turn): the screen shows it and says so. */
  readonly refusal?: Refusal;
}

/** The actions of the stage for this actor, in the order of the file. Those of other roles, or whose `when` is not true, are left out. */
export function availableActions(
  procedure: Procedure,
  state: WorkflowState,
  actor: Actor,
  application: ApplicationFacts,
  now: IsoInstant,
): readonly AvailableAction[] {
  const { workflow } = procedure;
  const stage = stageOf(procedure, state.stage);
  if (stage.kind === 'final') return [];
  const facts = workflowFacts(procedure, state, application, now);
  return [...stage.actions.values()]
    .filter((action) => mayTake(workflow.roles, action, actor))
    .filter((action) => action.when === null || action.when.evaluate(facts) === true)
    .map((action) => {
      const taking = takingOf(workflow, stage, action, state, actor, facts);
      const refusal = isRefusal(taking) ? taking : refuseWithoutOpinions(action, application);
      return refusal ? { action, refusal } : { action };
    });
}
