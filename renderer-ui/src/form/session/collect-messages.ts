import type { Language } from '../../texts/index.js';
import { describeProblem, type Form, type Problem } from '../engine.js';
import { pageOf, type Pointer } from '../pointer.js';
import type { FieldMessages } from './form-session.js';

/** Which problems may be shown: of pages already tried, and of fields already left. */
export interface Shown {
  readonly pages: ReadonlySet<string>;
  readonly fields: ReadonlySet<Pointer>;
}

/** Nothing is wrong with a question nobody has come to yet. */
const ONLY_ON_ATTEMPT = new Set(['required', 'consent-required', 'too-few']);

export function mayShow(problem: Problem, shown: Shown): boolean {
  if (shown.pages.has(pageOf(problem.path))) return true;
  return shown.fields.has(problem.path) && !ONLY_ON_ATTEMPT.has(problem.code);
}

/** Sentences by place, each once. */
export function collectMessages(
  problems: readonly Problem[],
  shown: Shown,
  form: Form,
  language: Language,
): ReadonlyMap<Pointer, FieldMessages> {
  const found = new Map<Pointer, { errors: string[]; warnings: string[] }>();
  for (const problem of problems) {
    if (!mayShow(problem, shown)) continue;
    const at = found.get(problem.path) ?? { errors: [], warnings: [] };
    found.set(problem.path, at);
    const list = problem.level === 'error' ? at.errors : at.warnings;
    const sentence = describeProblem(problem, form, language);
    if (!list.includes(sentence)) list.push(sentence);
  }
  return found;
}
