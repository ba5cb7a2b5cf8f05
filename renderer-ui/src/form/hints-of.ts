import type { Field, Form, Page } from './engine.js';
import type { FieldHints } from './fields/field-type.js';

const known = new WeakMap<Field, FieldHints>();
const NO_HINTS: FieldHints = { widget: null, autocomplete: null, help: null };

/** The author's hints (form.ui.json) for a field of the form; read once. */
export function hintsOf(form: Form, field: Field): FieldHints {
  const before = known.get(field);
  if (before) return before;
  const page = form.pages.find((each) => field.path.startsWith(`${each.name}.`));
  const hints = page ? hintsAlong(page, field.path) : NO_HINTS;
  known.set(field, hints);
  return hints;
}

/** Along the field's path in the page's uiSchema; `rows[]` goes through `items`. */
function hintsAlong(page: Page, fieldPath: string): FieldHints {
  let node: unknown = page.ui;
  for (const step of fieldPath.replaceAll('[]', '.items').split('.').slice(1)) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) return NO_HINTS;
    node = (node as Readonly<Record<string, unknown>>)[step];
  }
  return { widget: hint(node, 'widget'), autocomplete: hint(node, 'autocomplete'), help: hint(node, 'help') };
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
