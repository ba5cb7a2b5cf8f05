import { type Procedure, type Stage, targetsOf, usualWay, type WorkflowState } from '#engine';
import type { ApplicantApplicationView } from './application.dto.js';
import { stageNamed } from './stage-columns.js';

/** Whose move it is. */
export function turnOf(stage: Stage): ApplicantApplicationView['turn'] {
  if (stage.kind === 'final') return 'nobody';
  return stage.kind === 'correction' ? 'applicant' : 'office';
}

/**
 * What usually comes after the present stage, as the applicant will read it; stages that look the same from outside are
 * one. Empty where no way to an end is usual: nothing is promised then.
 */
export function stepsAhead({ workflow }: Procedure, state: WorkflowState): string[] {
  const [present, ...rest] = usualWay(workflow, state) ?? [];
  if (!present) return [];
  const labels: string[] = [];
  for (const { publicStatus } of rest) {
    if (publicStatus.label !== (labels.at(-1) ?? present.publicStatus.label)) labels.push(publicStatus.label);
  }
  return labels;
}

/** The status that the application gets by itself when a correction is not answered in time; null where none does. */
export function unansweredLeadsTo({ workflow: { stages } }: Procedure, state: WorkflowState): string | null {
  const timers = [...stageNamed(stages, state.stage).timers.values()];
  const [to] = timers.flatMap(({ routes }) => routes.flatMap(targetsOf));
  return (to !== undefined && stages.get(to)?.publicStatus.label) || null;
}
