import { type Procedure, targetsOf, type WorkflowState } from '#engine';
import { stageNamed } from './stage-columns.js';

/** What applicants can do to an application: take it back, or answer a request for correction. */
export type ApplicantsPurpose = 'withdraw' | 'resubmit';

/**
 * Name of the present stage's action for that purpose, by where it leads: authors name their actions freely. Null
 * when the stage has none.
 */
export function applicantsAction(
  { workflow: { stages } }: Procedure,
  state: WorkflowState,
  purpose: ApplicantsPurpose,
): string | null {
  const stage = stageNamed(stages, state.stage);
  const found = [...stage.actions.values()].find((action) => {
    if (action.by !== 'applicant') return false;
    const withdraws = action.routes.flatMap(targetsOf).every((to) => stages.get(to)?.outcome === 'withdrawn');
    return withdraws === (purpose === 'withdraw');
  });
  return found?.name ?? null;
}
