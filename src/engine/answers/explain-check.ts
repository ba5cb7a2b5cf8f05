import type { Language } from '../problem-text/words.js';
import type { Problem } from '../problem.js';
import type { Form } from '../procedure/procedure.js';
import type { Evaluation } from './answers.js';
import { because, conditionInWords } from './condition-in-words.js';
import { type ExplainedInput, inputsOf } from './explain-computed.js';
import { explainedPlace } from './explained-place.js';
import type { CheckPlan } from './plan.js';

/** Why a check of the form failed: the values it compared. */
export interface ExplainedCheck {
  readonly id: string;
  /** The check's own words. */
  readonly message: string;
  readonly reasons: readonly string[];
  readonly inputs: readonly ExplainedInput[];
  readonly sentence: string;
}

/**
 * Explains one `check` among the problems of an evaluation. Null for a problem of another kind, and for one that this
 * form has not.
 */
export function explainCheck(
  form: Form,
  found: Problem,
  evaluation: Evaluation,
  language: Language,
): ExplainedCheck | null {
  const id = found.params?.['id'];
  const plan = form.plan.checks.find(
    (candidate) => found.code === 'check' && candidate.check.id === id && standsAt(candidate, found.path),
  );
  if (!plan) return null;
  const { fieldOf, explain } = explainedPlace(form, found.path, evaluation);
  const explanation = explain(plan.check.expression);
  if (!explanation) return null;
  const reasons = conditionInWords(explanation, fieldOf, language);
  const why = because(reasons, language);
  return {
    id: plan.check.id,
    message: plan.check.message,
    reasons,
    inputs: inputsOf(explanation, fieldOf, language),
    sentence: language === 'ja' ? `${why}、お知らせしています。` : `This is said ${why}.`,
  };
}

/** A message stands beside its target while that is asked, else where the check is written. */
function standsAt({ target, owner, repeat }: CheckPlan, path: string): boolean {
  const places = [target, owner].map((step) => {
    if (!step) return '';
    if (step === repeat) return `${step.pointer}/*`;
    return step.repeat ? `${step.repeat.pointer}/*${step.pointer}` : step.pointer;
  });
  return places.includes(path.replace(/\/\d+(?=\/|$)/, '/*'));
}
