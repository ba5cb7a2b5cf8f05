import { describeProblem, englishOf, type Problem } from '#engine';
import type { FieldProblem } from '../http/problem.dto.js';
import { procedureInEnglish } from './in-language.js';
import type { CompiledVersion } from './procedure-library.js';

/** With the sentence for people, in both languages. */
export function describeProblems(
  version: Pick<CompiledVersion, 'procedure' | 'files'>,
  problems: readonly Problem[],
): FieldProblem[] {
  if (problems.length === 0) return [];
  const english = { form: procedureInEnglish(version).form, translate: englishOf(version.files) };
  return problems.map((problem) => {
    const { message, ...rest } = problem;
    const translated = message === undefined ? problem : { ...rest, message: english.translate(message) };
    return {
      path: problem.path,
      code: problem.code,
      level: problem.level,
      text: {
        ja: describeProblem(problem, version.procedure.form, 'ja'),
        en: describeProblem(translated, english.form, 'en'),
      },
    };
  });
}
