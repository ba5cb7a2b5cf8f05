import { setImmediate as breathe } from 'node:timers/promises';
import {
  type Change,
  compareResults,
  compareVersions,
  describeChange,
  describeProblem,
  describeResultCause,
  describeResultChange,
  diffProcedures,
  type Example,
  IMPACTS,
  type ProcedureFiles,
  readExample,
  runExample,
} from '#engine';
import type { Language } from '../http/language.js';
import { exampleFiles } from '../procedures/check-folder.js';
import { inLanguage } from '../procedures/in-language.js';
import type { ChangeLine, Comparison } from './publishing.dto.js';
import { type Runnable, runnable } from './runnable.js';

export type ContentComparison = Pick<Comparison, 'problems' | 'changes' | 'examples' | 'results'>;

/**
 * What publishing would change, in words: of the definition, and for the applicants of the examples.
 * @param before files of the version in force; null where there is none
 */
export async function compareContents(
  before: ProcedureFiles | null,
  after: ProcedureFiles,
  language: Language,
): Promise<ContentComparison> {
  const compiled = runnable(after, false);
  if (!compiled.ok) {
    const problems = compiled.problems.filter(({ level }) => level === 'error');
    return {
      problems: problems.map((problem) => ({
        path: problem.path,
        text: describeProblem(problem, null, language),
      })),
      changes: [],
      examples: 0,
      results: [],
    };
  }
  const now = compiled.version;
  const examples = examplesOf(after);
  const problems: { path: string; text: string }[] = [];
  for (const example of examples) {
    for (const found of runExample(now.procedure, example, now.validators))
      problems.push({ path: found.path, text: describeProblem(found, null, language) });
    await breathe();
  }
  const earlier = before === null ? null : runnable(before, true);
  if (!earlier?.ok) return { problems, changes: [], examples: examples.length, results: [] };
  const results: Comparison['results'] = [];
  for (const example of examplesOf({ ...before, ...after })) {
    results.push(...resultsOf(earlier.version, now, example, language));
    await breathe();
  }
  return {
    problems,
    changes: changeLines(earlier.version, now, language),
    examples: examples.length,
    results,
  };
}

/** Files that are made anew for every version. */
const FOLLOWS = /^(?:answers\.d\.ts|migrations\/)/;

/** The gravest first. */
export function changeLines(before: Runnable, after: Runnable, language: Language): ChangeLine[] {
  const changes =
    language === 'ja'
      ? compareVersions(before, after).changes
      : diffProcedures(inLanguage(before, 'en'), inLanguage(after, 'en'));
  const rank = ({ impact }: Change): number => IMPACTS.indexOf(impact);
  return changes
    .filter(({ place }) => !FOLLOWS.test(place))
    .sort((one, other) => rank(one) - rank(other))
    .map((change) => ({
      impact: change.impact,
      text: describeChange(change, language),
      place: change.place,
    }));
}

function examplesOf(files: ProcedureFiles): readonly Example[] {
  return exampleFiles(files).flatMap((file) => {
    const { example } = readExample(file, files[file] ?? '');
    return example ? [example] : [];
  });
}

function resultsOf(
  before: Runnable,
  after: Runnable,
  example: Example,
  language: Language,
): Comparison['results'] {
  const { procedure } = inLanguage(after, language);
  return compareResults(before, after, [example]).map(({ file, title, changes }) => ({
    file,
    title,
    changes: changes.map((change) => ({
      text: describeResultChange(change, procedure, language),
      because: change.because.map((cause) => describeResultCause(cause, procedure, language)),
    })),
  }));
}
