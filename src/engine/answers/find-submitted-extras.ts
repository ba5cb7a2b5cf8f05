import type { Field, Form } from '../procedure/procedure.js';
import { type Problem, problem } from '../problem.js';
import type { Answers, Evaluation } from './answers.js';
import { isMembers, ownValue } from './members.js';
import { isUnanswered } from './is-unanswered.js';

/**
 * What a submitted set of answers holds that it may not: an answer to a question that is not asked (`not-asked`), a
 * computed value other than ours (`computed-mismatch`). The form on the screen sends neither, so either is a mistake
 * of a program or an attempt. Unknown pages and fields are among the evaluation's own problems.
 *
 * @param evaluation of the same answers
 */
export function findSubmittedExtras(form: Form, given: Answers, evaluation: Evaluation): readonly Problem[] {
  const problems: Problem[] = [];
  for (const page of form.pages) {
    const pointer = `/${page.name}`;
    const value = ownValue(given, page.name);
    if (evaluation.asked.has(pointer)) {
      inFields(page.fields, value, ownValue(evaluation.answers, page.name), pointer, evaluation, problems);
    } else if (holdsAnswer(value)) problems.push(problem(pointer, 'not-asked'));
  }
  return problems;
}

function inFields(
  fields: readonly Field[],
  given: unknown,
  ours: unknown,
  parent: string,
  evaluation: Evaluation,
  problems: Problem[],
): void {
  for (const field of fields) {
    const pointer = `${parent}/${field.name}`;
    const [value, own] = [ownValue(given, field.name), ownValue(ours, field.name)];
    if (!holdsAnswer(value)) continue;
    if (!evaluation.asked.has(pointer)) problems.push(problem(pointer, 'not-asked'));
    else if (field.compute || field.fromApplication) {
      if (JSON.stringify(value) !== JSON.stringify(own)) problems.push(problem(pointer, 'computed-mismatch'));
    } else if (field.kind === 'group') inFields(field.fields, value, own, pointer, evaluation, problems);
    else if (field.kind === 'rows' && Array.isArray(value) && Array.isArray(own)) {
      value.forEach((row: unknown, index) => {
        inFields(field.fields, row, own[index], `${pointer}/${index}`, evaluation, problems);
      });
    }
  }
}

/** Empty boxes of a question that was asked before are no answers. */
function holdsAnswer(value: unknown): boolean {
  return isMembers(value) ? Object.values(value).some(holdsAnswer) : !isUnanswered(value);
}
