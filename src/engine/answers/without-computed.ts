import type { Field, Form } from '../procedure/procedure.js';
import type { Answers } from './answers.js';
import { ownRowId, ROW_ID } from './row-ids.js';

/**
 * The answers as a draft keeps them: what people gave. Computed values are made anew from them, and need not come out
 * the same the next time.
 */
export function withoutComputed(form: Form, answers: Answers): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const page of form.pages) {
    const given = answers[page.name];
    if (isValues(given)) kept[page.name] = keep(page.fields, given);
  }
  return kept;
}

function keep(fields: readonly Field[], given: Answers): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const field of fields) {
    const value = given[field.name];
    if (field.compute !== null || field.fromApplication !== null || value === undefined) continue;
    if (field.kind === 'group' && isValues(value)) kept[field.name] = keep(field.fields, value);
    else if (field.kind === 'rows' && Array.isArray(value)) {
      kept[field.name] = value.map((row: unknown) => (isValues(row) ? keepRow(field.fields, row) : row));
    } else kept[field.name] = value;
  }
  return kept;
}

function keepRow(fields: readonly Field[], given: Answers): Record<string, unknown> {
  const id = ownRowId(given);
  return { ...(id === null ? {} : { [ROW_ID]: id }), ...keep(fields, given) };
}

function isValues(value: unknown): value is Answers {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
