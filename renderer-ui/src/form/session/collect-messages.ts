import { type Evaluation, type Problem, stablePointer } from '../engine.js';
import { pageOf, type Pointer } from '../pointer.js';

/** What stands beside one field, in words. */
export interface FieldMessages {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

export const NO_MESSAGES: FieldMessages = { errors: [], warnings: [] };

/** Which problems may be shown: of pages already tried, and of fields already left. */
export interface Shown {
  readonly pages: ReadonlySet<string>;
  /** Rows by their ids. */
  readonly fields: ReadonlySet<Pointer>;
}

/** Nothing is wrong with a question nobody has come to yet. */
const ONLY_ON_ATTEMPT = new Set(['required', 'consent-required', 'too-few']);

function mayShow(problem: Problem, answers: Evaluation['answers'], shown: Shown): boolean {
  if (shown.pages.has(pageOf(problem.path))) return true;
  return !ONLY_ON_ATTEMPT.has(problem.code) && shown.fields.has(stablePointer(answers, problem.path));
}

/** Sentences by place, each once. */
export function collectMessages(
  problems: readonly Problem[],
  answers: Evaluation['answers'],
  shown: Shown,
  sentenceOf: (problem: Problem) => string,
): ReadonlyMap<Pointer, FieldMessages> {
  const found = new Map<Pointer, { errors: string[]; warnings: string[] }>();
  if (shown.pages.size + shown.fields.size === 0) return found;
  for (const problem of problems) {
    if (!mayShow(problem, answers, shown)) continue;
    const at = found.get(problem.path) ?? { errors: [], warnings: [] };
    found.set(problem.path, at);
    const list = problem.level === 'error' ? at.errors : at.warnings;
    const sentence = sentenceOf(problem);
    if (!list.includes(sentence)) list.push(sentence);
  }
  return found;
}
