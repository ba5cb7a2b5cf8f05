import { overridesInForce } from './answers-in-force.js';
import { refusal } from './refusal.js';
import type { Workflow } from './workflow.js';
import type { Refusal, WorkflowState } from './review-state.js';

/**
 * Four-eyes: whoever set a value that counts now, or in whose place it was set, neither says yes to the decision nor
 * takes the step that grants.
 */
export function refuseOwnOverride(
  stages: Workflow['stages'],
  { stage: stageName, overrides }: Pick<WorkflowState, 'stage' | 'overrides'>,
  actionName: string,
  people: readonly string[],
): Refusal | null {
  const stage = stages.get(stageName);
  const action = stage?.actions.get(actionName);
  if (!stage || !action || action.by === 'applicant') return null;
  const goesBack = action.requires.reason && action.requires.publicReason;
  const decides = action.approves || (stage.kind === 'approval' && !stage.approvers && !goesBack);
  const grants = action.routes.some(
    (route) => route.kind === 'stage' && stages.get(route.to)?.outcome === 'approved',
  );
  if (!decides && !(grants && stage.kind === 'review')) return null;
  const own = overridesInForce({ overrides }).some(({ by, onBehalfOf }) =>
    people.some((id) => id === by || id === onBehalfOf),
  );
  return own ? refusal('own-override') : null;
}
