import type { Field, Form } from './engine.js';
import type { FieldHints } from './fields/field-type.js';

const known = new WeakMap<Field, FieldHints>();

/** The author's hints (form.ui.json) for a field of the form; read once. */
export function hintsOf(form: Form, field: Field): FieldHints {
  const before = known.get(field);
  if (before) return before;
  const node = nodeOf(form, field);
  const hints = {
    widget: hint(node, 'widget'),
    autocomplete: hint(node, 'autocomplete'),
    help: hint(node, 'help'),
  };
  known.set(field, hints);
  return hints;
}

/** The choice of which a repeat has one row each (`"ui:options": { "oneRowPer": "month" }`); null for any other repeat. */
export function rowChoiceOf(form: Form, rows: Field): Field | null {
  const name = hint(nodeOf(form, rows), 'oneRowPer');
  return rows.fields.find((field) => field.name === name && field.options !== null) ?? null;
}

/** Along the field's path in the page's uiSchema; `rows[]` goes through `items`. */
function nodeOf(form: Form, field: Field): unknown {
  let node: unknown = form.pages.find((page) => field.path.startsWith(`${page.name}.`))?.ui;
  for (const step of field.path.replaceAll('[]', '.items').split('.').slice(1)) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) return null;
    node = (node as Readonly<Record<string, unknown>>)[step];
  }
  return node;
}

/** rjsf takes a hint as `ui:x` or as `ui:options: { x }`. */
function hint(node: unknown, name: string): string | null {
  if (typeof node !== 'object' || node === null) return null;
  const hints = node as Readonly<Record<string, unknown>>;
  const options = hints['ui:options'];
  const inOptions =
    typeof options === 'object' && options !== null ? (options as typeof hints)[name] : undefined;
  const value = hints[`ui:${name}`] ?? inOptions;
  return typeof value === 'string' ? value : null;
}
