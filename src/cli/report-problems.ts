import { join } from 'node:path';
import { describeProblem, type Form, type Problem, type ProcedureFiles } from '#engine';
import type { Io } from './command.js';

/** A problem as `--json` gives it. */
export interface ReportedProblem {
  readonly file: string;
  readonly place: string;
  readonly rule: string;
  readonly level: Problem['level'];
  readonly sentence: { readonly ja: string; readonly en: string };
}

/**
 * Says each problem in a line, `folder/file#place  level  rule  sentence`, and returns the same for programs.
 */
export function reportProblems(
  io: Io,
  folder: string,
  _files: ProcedureFiles,
  problems: readonly Problem[],
  form: Form | null,
): readonly ReportedProblem[] {
  return problems.map((found) => {
    const [file = '', place = ''] = found.path.split(/#(.*)/s);
    const sentence = {
      ja: describeProblem(found, form, 'ja'),
      en: describeProblem(found, form, 'en'),
    };
    const where = `${join(folder, file)}${place === '' ? '' : `#${place}`}`;
    const level = found.level === 'error' ? ['エラー', 'error'] : ['注意', 'warning'];
    io.say(
      `${where}  ${level[0]}  ${found.code}  ${sentence.ja}`,
      `${where}  ${level[1]}  ${found.code}  ${sentence.en}`,
    );
    return { file: join(folder, file), place, rule: found.code, level: found.level, sentence };
  });
}
