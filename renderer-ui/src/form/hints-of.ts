import { type Field, fieldHints, type Form } from './engine.js';

/** The choice of which a repeat has one row each (`"ui:options": { "oneRowPer": "month" }`); null for any other repeat. */
export function rowChoiceOf(form: Form, rows: Field): Field | null {
  const name = fieldHints(form, rows).oneRowPer;
  return rows.fields.find((field) => field.name === name && field.options !== null) ?? null;
}
