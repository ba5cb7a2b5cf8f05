import { join } from 'node:path';
import {
  describeCure,
  describeProblem,
  type Form,
  locator,
  type Problem,
  type ProcedureFiles,
} from '#engine';
import type { Io } from './command.js';

interface BothLanguages {
  readonly ja: string;
  readonly en: string;
}

/** A problem as `--json` gives it. */
export interface ReportedProblem {
  /** With the folder in front, as it was asked for. */
  readonly file: string;
  /** From 1, columns in UTF-16 units; null where the file itself is missing or cannot be read. */
  readonly line: number | null;
  readonly column: number | null;
  /** JSON Pointer or line, as the engine names the place. */
  readonly place: string;
  readonly rule: string;
  readonly level: Problem['level'];
  readonly sentence: BothLanguages;
  /** What to do; null where the sentence says it. */
  readonly cure: BothLanguages | null;
}

/**
 * Says each problem in a line, `folder/file:line:column  level  rule  sentence  → cure`, and returns the same for
 * programs.
 */
export function reportProblems(
  io: Io,
  folder: string,
  files: ProcedureFiles,
  problems: readonly Problem[],
  form: Form | null,
): readonly ReportedProblem[] {
  const locate = locator(files);
  return problems.map((found) => {
    const [path = '', place = ''] = found.path.split(/#(.*)/s);
    const position = locate(found);
    const reported: ReportedProblem = {
      file: join(folder, path),
      line: position?.line ?? null,
      column: position?.column ?? null,
      place,
      rule: found.code,
      level: found.level,
      sentence: { ja: describeProblem(found, form, 'ja'), en: describeProblem(found, form, 'en') },
      cure: cureOf(found),
    };
    sayProblem(io, reported);
    return reported;
  });
}

function cureOf(found: Problem): BothLanguages | null {
  const [ja, en] = [describeCure(found, 'ja'), describeCure(found, 'en')];
  return ja === null || en === null ? null : { ja, en };
}

function sayProblem(io: Io, { file, line, column, level, rule, sentence, cure }: ReportedProblem): void {
  const where = line === null ? file : `${file}:${line}:${column ?? 1}`;
  const words = level === 'error' ? ['エラー', 'error'] : ['注意', 'warning'];
  io.say(
    `${where}  ${words[0]}  ${rule}  ${sentence.ja}${cure ? `  → ${cure.ja}` : ''}`,
    `${where}  ${words[1]}  ${rule}  ${sentence.en}${cure ? `  → ${cure.en}` : ''}`,
  );
}
