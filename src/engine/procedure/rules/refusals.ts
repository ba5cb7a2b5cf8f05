import { waysOf } from '../../workflow/stage-graph.js';
import type { Action, Stage, Workflow } from '../../workflow/workflow.js';

/** An action of staff that ends an application against the applicant. */
export interface Refusing {
  readonly stage: Stage;
  readonly action: Action;
}

export function refusingActions(workflow: Workflow): readonly Refusing[] {
  const found = new Map<Action, Refusing>();
  for (const { from: stage, action, to } of waysOf(workflow.stages)) {
    if (!action || action.by === 'applicant') continue;
    if (to.outcome === 'refused' || to.outcome === 'dismissed') found.set(action, { stage, action });
  }
  return [...found.values()];
}
