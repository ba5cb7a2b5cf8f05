import type { Action, IsoDate, Line, Procedure, Stage, WorkflowState } from '#engine';
import { addCounted, dueTimeOf, targetsOf } from '#engine';
import type { ActionOutlook } from './desk.dto.js';

/**
 * What follows if the action is taken today, told without taking it: conditions are not asked, so an action with
 * several routes lists them all.
 *
 * @param today civil date in Japan; the due date of a correction counts from it
 */
export function actionOutlook(
  procedure: Procedure,
  state: WorkflowState,
  action: Action,
  today: IsoDate,
): ActionOutlook {
  const stages = leadsTo(procedure, state, action);
  const correction = stages.find((stage) => stage.kind === 'correction');
  const due = correction && dueTimeOf(correction);
  return {
    stages: stages.map((stage) => ({
      title: stage.title,
      publicLabel: stage.publicStatus.label,
      final: stage.kind === 'final',
    })),
    correctionDueOn: due ? addCounted(today, due.count, due.days) : null,
    sends: action.effects.map(({ kind, template }) => ({ kind, title: titleOf(procedure, kind, template) })),
  };
}

function leadsTo(procedure: Procedure, state: WorkflowState, action: Action): readonly Stage[] {
  const names = action.routes
    .flatMap(targetsOf)
    .map((to) => (to === '@origin' ? (state.correction?.origin ?? procedure.workflow.start) : to));
  return [...new Set(names)].flatMap((name) => procedure.workflow.stages.get(name) ?? []);
}

/** The title as it stands in the template; what is merged into it is not known yet and shows as an ellipsis. */
function titleOf(procedure: Procedure, kind: 'message' | 'notice', name: string): string {
  const template = (kind === 'message' ? procedure.messages : procedure.notices).get(name);
  const line: Line = template?.head[kind === 'message' ? 'subject' : 'title'] ?? [];
  const text = line.map((part) => ('text' in part ? part.text : '…')).join('');
  return text === '' ? name : text;
}
