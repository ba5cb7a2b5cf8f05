import { describeProblem, type Form, type Problem } from '#engine';
import type { FieldProblem } from '../http/problem.dto.js';

/** With the sentence for people, in both languages. */
export function describeProblems(form: Form, problems: readonly Problem[]): FieldProblem[] {
  return problems.map((problem) => ({
    path: problem.path,
    code: problem.code,
    level: problem.level,
    text: { ja: describeProblem(problem, form, 'ja'), en: describeProblem(problem, form, 'en') },
  }));
}
