import { refuseSecondYes } from './approvals.js';
import { authoritiesFor, mayTake } from './authority.js';
import { refuseOwnOverride } from './refuse-own-override.js';
import { peopleOf, refuseFourEyes } from './refuse-command.js';
import { movesBack, waysOf } from './stage-graph.js';
import type { Action, Workflow } from './workflow.js';
import type { Actor, Refusal, WorkflowState } from './review-state.js';

/**
 * Why an official should not make the case theirs: four-eyes, or the yes they have said already, keeps them from
 * everything but sending it back. Null when they may, and where nothing in the stage is theirs anyway: that is a question of roles.
 */
export function refuseTakingOn(
  { stages, roles }: Workflow,
  state: Pick<WorkflowState, 'stage' | 'actors' | 'approvals' | 'overrides'>,
  actor: Actor,
): Refusal | null {
  const own = [...(stages.get(state.stage)?.actions.values() ?? [])].filter((action) =>
    mayTake(roles, action, actor),
  );
  const refusalOf = (action: Action): Refusal | null => {
    const tried = authoritiesFor(roles, action.roles, actor).map(
      (authority) =>
        refuseFourEyes(stages, action, state.actors, actor.id, authority) ??
        refuseOwnOverride(stages, state, action.name, peopleOf(actor.id, authority)) ??
        (action.approves ? refuseSecondYes(state, actor.id, authority) : null),
    );
    return tried.includes(null) ? null : (tried[0] ?? null);
  };
  const refused = new Map(own.map((action) => [action, refusalOf(action)]));
  const first = [...refused.values()].find((refusal) => refusal !== null);
  if (!first) return null;
  const ways = waysOf(stages);
  const back = movesBack([...stages.values()], ways);
  const leadsOn = own.filter((action) =>
    ways.some((way) => way.from.name === state.stage && way.action === action && !back(way)),
  );
  return leadsOn.every((action) => refused.get(action)) ? first : null;
}
