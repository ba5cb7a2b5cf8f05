import type { Form } from '../procedure/procedure.js';
import type { AnswerContext, Answers, Evaluation, PageValidators } from './answers.js';
import { LiveEvaluation } from './live-evaluation.js';

/**
 * The verdict over one set of answers, in one pass: what is asked, what is computed, what is wrong.
 *
 * - `answers` of the result hold only what is asked; empty answers are left out, computed values are ours.
 * - A value of the wrong kind stays in the result and is a problem; expressions see it as not answered.
 * - Never throws for anything an applicant can send. An expression that fails is the problem `cannot-compute`.
 * - Pure: the same answers on the same day give the same verdict in the browser and on the server.
 */
export function evaluateAnswers(
  form: Form,
  answers: Answers,
  context: AnswerContext,
  validators: PageValidators,
): Evaluation {
  return new LiveEvaluation(form, context).evaluate(answers, validators);
}
