import { targetsOf } from './route-for.js';
import type { Route, Stage, Workflow } from './workflow.js';
import type { WorkflowState } from './review-state.js';

/**
 * The stages an application usually still passes, the present one first and without the end: from each by its first
 * primary action and that action's default. Null where this leads to no end.
 */
export function usualWay(
  { stages, start }: Workflow,
  { stage: present, correction }: Pick<WorkflowState, 'stage' | 'correction'>,
): readonly Stage[] | null {
  const way = new Set<Stage>();
  let stage = stages.get(present);
  while (stage && stage.kind !== 'final') {
    if (way.has(stage)) return null;
    way.add(stage);
    const to = defaultTarget(stage.kind === 'check' ? stage.routes : usualRoutes(stage));
    stage = to === '@origin' ? stages.get(correction?.origin ?? start) : stages.get(to ?? '');
  }
  return stage ? [...way] : null;
}

/** The applicant's answer is what usually follows a correction; everything else moves on by what staff do. */
function usualRoutes({ kind, actions }: Stage): readonly Route[] {
  const by = kind === 'correction' ? 'applicant' : 'staff';
  const own = [...actions.values()].filter((action) => action.by === by);
  return (own.find((action) => action.tone === 'primary') ?? own[0])?.routes ?? [];
}

function defaultTarget(routes: readonly Route[]): string | undefined {
  const last = routes.at(-1);
  return last && targetsOf(last)[0];
}
