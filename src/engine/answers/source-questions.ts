import type { Field, Form } from '../procedure/procedure.js';
import type { Answers } from './answers.js';
import { isUnanswered } from './is-unanswered.js';
import { ownValue } from './members.js';
import type { PrefillSources } from './prefill-answers.js';

/** A question, and the member of the source that its first value comes from. */
export interface SourceQuestion {
  /** `name` of `site.name`. */
  readonly name: string;
  readonly field: Field;
}

/**
 * Questions whose `x-prefill` names a member of a source (`site.name`), in the order of the screen. Those in repeats and
 * those that lead deeper (`site.owner.name`) are left out: they are no plain entry of a list.
 */
export function questionsFrom(form: Form, source: keyof PrefillSources): readonly SourceQuestion[] {
  return [...form.fields.values()].flatMap((field) => {
    const [kind, name, ...deeper] = field.prefill?.split('.') ?? [];
    const plain = kind === source && name !== undefined && deeper.length === 0 && !field.path.includes('[]');
    return plain ? [{ name, field }] : [];
  });
}

/** What the answers say of a source: the way back of a first value. Members without an answer are left out. */
export function answersFor(
  form: Form,
  answers: Answers,
  source: keyof PrefillSources,
): Record<string, unknown> {
  return Object.fromEntries(
    questionsFrom(form, source).flatMap(({ name, field }) => {
      const value = field.path.split('.').reduce<unknown>(ownValue, answers);
      return isUnanswered(value) ? [] : [[name, value]];
    }),
  );
}
