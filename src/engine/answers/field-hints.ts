import type { Field, Form } from '../procedure/procedure.js';

/** What form.ui.json says of one question. */
export interface FieldHints {
  readonly widget: string | null;
  readonly autocomplete: string | null;
  readonly help: string | null;
  /** What this answer tells → the question beside it that is filled in (`ui:fills`). */
  readonly fills: Readonly<Record<string, string>>;
  /** Name of the question beside it that holds the code of the bank. */
  readonly bank: string | null;
  /** Choice of a row of which a repeat has one row each. */
  readonly oneRowPer: string | null;
  readonly addable: boolean;
  readonly removable: boolean;
  readonly orderable: boolean;
  /** Rows may be pasted from a spreadsheet. */
  readonly paste: boolean;
}

const known = new WeakMap<Field, FieldHints>();

/** The author's hints for a field of the form; read once. */
export function fieldHints(form: Pick<Form, 'pages'>, field: Field): FieldHints {
  const before = known.get(field);
  if (before) return before;
  const node = nodeOf(form, field);
  const hints = {
    widget: text(node, 'widget'),
    autocomplete: text(node, 'autocomplete'),
    help: text(node, 'help'),
    fills: namesIn(member(node, 'ui:fills')),
    bank: text(node, 'bank'),
    oneRowPer: text(node, 'oneRowPer'),
    addable: flag(node, 'addable', true),
    removable: flag(node, 'removable', true),
    orderable: flag(node, 'orderable', false),
    paste: flag(node, 'paste', false),
  };
  known.set(field, hints);
  return hints;
}

/** Along the field's path in the page's uiSchema; `rows[]` goes through `items`. */
function nodeOf(form: Pick<Form, 'pages'>, field: Field): unknown {
  const ui: unknown = form.pages.find((page) => field.path.startsWith(`${page.name}.`))?.ui;
  return field.path.replaceAll('[]', '.items').split('.').slice(1).reduce(member, ui);
}

function member(node: unknown, name: string): unknown {
  return typeof node === 'object' && node !== null && Object.hasOwn(node, name)
    ? (node as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** rjsf takes a hint as `ui:x` or as `ui:options: { x }`. */
function hint(node: unknown, name: string): unknown {
  return member(node, `ui:${name}`) ?? member(member(node, 'ui:options'), name);
}

function text(node: unknown, name: string): string | null {
  const value = hint(node, name);
  return typeof value === 'string' ? value : null;
}

function flag(node: unknown, name: string, preset: boolean): boolean {
  const value = hint(node, name);
  return typeof value === 'boolean' ? value : preset;
}

function namesIn(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
