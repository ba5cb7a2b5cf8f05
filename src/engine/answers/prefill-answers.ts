import type { Field, Form } from '../procedure/procedure.js';
import type { Answers } from './answers.js';
import { ownValue } from './members.js';
import { normalizeInput } from './normalize-input.js';

/** What is known before the first question, by the first word of `x-prefill`. */
export interface PrefillSources {
  /** The applicant's own data: name, address, telephone … */
  readonly profile?: Readonly<Record<string, unknown>>;
  /** Answers of a former application of the same applicant. */
  readonly previous?: Readonly<Record<string, unknown>>;
  /** One entry of the applicant's list of stores. */
  readonly site?: Readonly<Record<string, unknown>>;
}

/**
 * The answers with which a new draft begins: `x-prefill` where the source has a sound value, else `default`. Consents,
 * attachments and computed values are never prefilled; values of the wrong kind are left out.
 */
export function prefillAnswers(form: Form, sources: PrefillSources): Answers {
  const pages = form.pages.flatMap((page) => {
    const values = prefillFields(form, page.fields, `/${page.name}`, sources);
    return Object.keys(values).length > 0 ? [[page.name, values] as const] : [];
  });
  return Object.fromEntries(pages);
}

function prefillFields(
  form: Form,
  fields: readonly Field[],
  parent: string,
  sources: PrefillSources,
): Readonly<Record<string, unknown>> {
  const values = fields.flatMap((field): (readonly [string, unknown])[] => {
    const pointer = `${parent}/${field.name}`;
    if (field.kind === 'group') {
      const inside = prefillFields(form, field.fields, pointer, sources);
      return Object.keys(inside).length > 0 ? [[field.name, inside]] : [];
    }
    if (field.kind === 'rows' || field.compute || field.consent) return [];
    const accepts = form.plan.byPointer.get(pointer)?.accepts;
    const value = [sourceValue(field, sources), field.default].find(
      (candidate) => candidate !== undefined && accepts?.(candidate) === true,
    );
    return value === undefined ? [] : [[field.name, value]];
  });
  return Object.fromEntries(values);
}

function sourceValue(field: Field, sources: PrefillSources): unknown {
  if (field.prefill === null) return undefined;
  const value = field.prefill.split('.').reduce<unknown>(ownValue, sources);
  if (typeof value !== 'string') return value ?? undefined;
  return value.trim() === '' ? undefined : normalizeInput(field, value);
}
