import { isAnswerProblem, type Problem } from './problem.js';
import { describeAnswerProblem } from './problem-text/describe-answer.js';
import { describeDefinitionProblem } from './problem-text/describe-definition.js';
import type { Language } from './problem-text/words.js';
import type { Form } from './procedure/procedure.js';

/**
 * One sentence that says what is wrong and what to do. For answers it names the question and speaks to the
 * applicant; for the files of a procedure it speaks to the official who writes them.
 *
 * @param form whose questions the problem is about; null for a problem of a file, or when there is none at hand
 */
export function describeProblem(found: Problem, form: Form | null, language: Language): string {
  if (found.message !== undefined) return found.message;
  return isAnswerProblem(found)
    ? describeAnswerProblem(found, form, language)
    : describeDefinitionProblem(found, language);
}
