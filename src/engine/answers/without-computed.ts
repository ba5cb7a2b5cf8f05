import type { Field, Form } from '../procedure/procedure.js';
import type { Answers } from './answers.js';
import { ownRowId, ROW_ID } from './row-ids.js';

/** What becomes of the facts of other applications: a draft looks them up anew, what was submitted keeps its own. */
type Facts = 'looked up anew' | 'kept';

/**
 * The answers as a draft keeps them: what people gave. Computed values are made anew from them, and need not come out
 * the same the next time.
 */
export function withoutComputed(
  form: Form,
  answers: Answers,
  facts: Facts = 'looked up anew',
): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const page of form.pages) {
    const given = answers[page.name];
    if (isValues(given)) kept[page.name] = keep(page.fields, given, facts);
  }
  return kept;
}

function keep(fields: readonly Field[], given: Answers, facts: Facts): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const field of fields) {
    const value = given[field.name];
    if (value === undefined || field.compute !== null) continue;
    if (field.fromApplication !== null && facts !== 'kept') continue;
    if (field.kind === 'group' && isValues(value)) kept[field.name] = keep(field.fields, value, facts);
    else if (field.kind === 'rows' && Array.isArray(value)) {
      kept[field.name] = value.map((row: unknown) =>
        isValues(row) ? keepRow(field.fields, row, facts) : row,
      );
    } else kept[field.name] = value;
  }
  return kept;
}

function keepRow(fields: readonly Field[], given: Answers, facts: Facts): Record<string, unknown> {
  const id = ownRowId(given);
  return { ...(id === null ? {} : { [ROW_ID]: id }), ...keep(fields, given, facts) };
}

function isValues(value: unknown): value is Answers {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
