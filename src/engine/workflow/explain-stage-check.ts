import { conditionInWords } from '../answers/condition-in-words.js';
import { explainOrNull } from '../answers/explained-place.js';
import type { Language } from '../problem-text/words.js';
import type { IsoInstant, Procedure } from '../procedure/procedure.js';
import { type ApplicationFacts, workflowFacts } from './workflow-facts.js';
import { workflowNamer } from './workflow-namer.js';
import type { WorkflowState } from './review-state.js';

/**
 * Why an automatic check failed: the parts of its condition that did not hold, with the values they compared. Empty
 * where it would not fail by what is known now, and for a check that this procedure has not: nothing untrue is told.
 */
export function explainStageCheck(
  procedure: Procedure,
  checkId: string,
  state: WorkflowState,
  application: ApplicationFacts,
  now: IsoInstant,
  language: Language,
): readonly string[] {
  const stages = [...procedure.workflow.stages.values()];
  const check = stages.flatMap((stage) => stage.checks).find(({ id }) => id === checkId);
  if (!check) return [];
  const facts = { ...workflowFacts(procedure, state, application, now), today: application.submittedOn };
  const explanation = explainOrNull(check.expression, facts);
  if (explanation?.value !== false) return [];
  return conditionInWords(explanation, workflowNamer(procedure, language), language);
}
