import { FrozenMap } from '../procedure/freeze.js';
import type { Check, Field, Form, Page } from '../procedure/procedure.js';
import { isObject } from '../workflow/object-reader.js';

/** A sentence of the procedure → the same in another language, or itself where that is missing. */
export type Translate = (text: string) => string;

/** Members of a uiSchema that people read. */
const UI_WORDS = new Set(['title', 'description', 'help', 'unit', 'example', 'enumNames', 'label']);
const UI_OPTION_WORDS = new Set([...UI_WORDS, 'addLabel', 'rowLabel', 'yesLabel', 'noLabel']);

/** The same form in other words: the same questions, names, values and verdicts. */
export function translateForm(form: Form, translate: Translate): Form {
  const fields = new Map<Field, Field>();
  const field = (from: Field): Field => {
    const to: Field = { ...translateField(from, translate), fields: from.fields.map(field) };
    fields.set(from, to);
    return to;
  };
  const pages = form.pages.map((from): Page => ({
    ...from,
    title: translate(from.title),
    description: orNull(from.description, translate),
    purpose: orNull(from.purpose, translate),
    fields: from.fields.map(field),
    ui: translateUi(from.ui, translate),
  }));
  const checks = new Map<Check, Check>(
    form.checks.map((check) => [check, { ...check, message: translate(check.message) }]),
  );
  const checkIn = (check: Check): Check =>
    checks.get(check) ?? { ...check, message: translate(check.message) };
  return {
    ...form,
    pages,
    fields: new FrozenMap([...form.fields].map(([path, from]) => [path, fields.get(from) ?? from] as const)),
    checks: form.checks.map(checkIn),
    // Evaluation goes by name and place; of all words it gives out those of checks alone.
    plan: {
      ...form.plan,
      checks: form.plan.checks.map((planned) => ({ ...planned, check: checkIn(planned.check) })),
    },
  };
}

function translateField(field: Field, translate: Translate): Field {
  return {
    ...field,
    title: translate(field.title),
    description: orNull(field.description, translate),
    purpose: orNull(field.purpose, translate),
    options: field.options && field.options.map(({ value, title }) => ({ value, title: translate(title) })),
    attachment: field.attachment && {
      ...field.attachment,
      example: orNull(field.attachment.example, translate),
    },
  };
}

export function orNull(text: string | null, translate: Translate): string | null {
  return text === null ? null : translate(text);
}

type Ui = Page['ui'];

function translateUi(ui: Ui, translate: Translate): Ui {
  return Object.fromEntries(
    Object.entries(ui).map(([key, value]) => {
      if (key === 'ui:options') return [key, translateOptions(value, translate)];
      if (key.startsWith('ui:')) return [key, UI_WORDS.has(key.slice(3)) ? words(value, translate) : value];
      return [key, isObject(value) ? translateUi(value, translate) : value];
    }),
  );
}

function translateOptions(options: unknown, translate: Translate): unknown {
  if (!isObject(options)) return options;
  return Object.fromEntries(
    Object.entries(options).map(([key, value]) => [
      key,
      UI_OPTION_WORDS.has(key) ? words(value, translate) : value,
    ]),
  );
}

function words(value: unknown, translate: Translate): unknown {
  if (typeof value === 'string') return translate(value);
  return Array.isArray(value) ? value.map((item: unknown) => words(item, translate)) : value;
}
