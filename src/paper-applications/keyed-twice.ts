import { type Answers, type Field, isUnanswered, normalizeInput, type Procedure, sameAnswer } from '#engine';
import { valueAt } from '../applications/answer-at.js';

/** Question → answer, by dotted paths outside of repeats. */
export type Keyed = Readonly<Record<string, unknown>>;

/**
 * What of a paper two officials key in: what is asked, and of a correction what it changes.
 *
 * @param asked JSON Pointers of what is asked with these answers
 * @param before the answers that a correction began with; null for an application
 */
export function keyedTwice(
  { form, workflow }: Procedure,
  answers: Answers,
  asked: ReadonlySet<string>,
  before: Answers | null,
): readonly Field[] {
  return workflow.keyedTwice.flatMap((path) => {
    const field = form.fields.get(path);
    if (!field || !asked.has(pointerTo(path))) return [];
    const kept = before !== null && sameAnswer(valueAt(before, path) ?? null, valueAt(answers, path) ?? null);
    return kept ? [] : [field];
  });
}

export const pointerTo = (path: string): string => `/${path.replaceAll('.', '/')}`;

/** An answer as two officials may have written it who mean the same. */
export function compared(field: Field, answer: unknown): string {
  return isUnanswered(answer) ? '' : normalizeInput(field, String(answer)).trim();
}

/** What was typed as it is kept in answers; undefined where nothing was, and null for what cannot be an answer. */
export function answerTyped(field: Field, typed: string): unknown {
  const text = compared(field, typed);
  if (text === '') return undefined;
  if (field.options) return field.options.some(({ value }) => value === text) ? text : null;
  if (field.kind !== 'number' && field.kind !== 'integer') return text;
  return Number.isFinite(Number(text)) ? Number(text) : null;
}

/** The answers with some of them put in their places; undefined takes one away. */
export function withKeyed(answers: Answers, keyed: Keyed): Answers {
  return Object.entries(keyed).reduce(
    (all, [path, answer]) => put(all, path.split('.'), answer) as Answers,
    answers,
  );
}

function put(inside: unknown, [name = '', ...further]: readonly string[], answer: unknown): unknown {
  const members = typeof inside === 'object' && inside !== null ? (inside as Answers) : {};
  if (further.length > 0) return { ...members, [name]: put(members[name], further, answer) };
  const { [name]: _before, ...others } = members;
  return answer === undefined ? others : { ...others, [name]: answer };
}
