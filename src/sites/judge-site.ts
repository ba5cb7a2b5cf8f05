import { FORMATS, normalizeInput, type Problem, problem } from '#engine';
import type { SiteQuestion } from './site-questions.js';

const longest = 200;

/** A problem of one entry, with the question that it is about. */
interface SiteProblem {
  readonly question: SiteQuestion;
  readonly problem: Problem;
}

export type JudgedSite =
  | { readonly ok: true; readonly data: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly problems: readonly SiteProblem[] };

/**
 * What was typed → the site as it is kept, or everything that is wrong with it. Names keep every character; codes and
 * readings get their usual form. Only the name is needed, and whatever no procedure asks about is dropped.
 */
export function judgeSite(
  questions: readonly SiteQuestion[],
  typed: Readonly<Record<string, string>>,
): JudgedSite {
  const problems: SiteProblem[] = [];
  const data: Record<string, string> = {};
  for (const question of questions) {
    const text = Object.hasOwn(typed, question.name) ? (typed[question.name] ?? '') : '';
    const value = String(normalizeInput(question.field, text.trim()));
    const found = faultOf(question, value);
    if (found) problems.push({ question, problem: found });
    else if (value !== '') data[question.name] = value;
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, data };
}

/** @returns a problem at the place of the field in its form, so that the sentence names the question */
function faultOf({ name, field }: SiteQuestion, value: string): Problem | null {
  const place = `/${field.path.replaceAll('.', '/')}`;
  if (value === '') return name === 'name' ? problem(place, 'required') : null;
  if (field.options) {
    const known = field.options.some((option) => option.value === value);
    return known ? null : problem(place, 'unknown-choice');
  }
  const format = field.format === null ? undefined : FORMATS[field.format];
  const limit = mostCharacters(field.schema, format?.maxLength);
  if ([...value].length > limit) return problem(place, 'too-long', { limit });
  if (format && !(format.pattern.test(value) && (format.verify?.(value) ?? true)))
    return problem(place, 'wrong-format', { format: field.format ?? '' });
  return null;
}

/** The fewer of what the field and its format allow. */
export function mostCharacters(schema: Readonly<Record<string, unknown>>, ofFormat = longest): number {
  const own = schema['maxLength'];
  return Math.min(typeof own === 'number' ? own : longest, ofFormat);
}
