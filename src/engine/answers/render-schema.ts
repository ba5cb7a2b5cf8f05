import type { Field, JsonSchema, Page } from '../procedure/procedure.js';
import type { Evaluation } from './answers.js';

/** Page → asked questions → schema. Pages are frozen, so what was made once stays true. */
const rendered = new WeakMap<Page, Map<string, JsonSchema>>();

/** Combinations of asked questions kept for one page. */
const MOST_KEPT = 100;

/**
 * The schema from which a page is drawn: its asked questions alone, with titles and `required`, computed ones
 * `readOnly`. The same questions give the same object, so that nothing is drawn anew without need.
 *
 * Rows of a repeat share one schema: it holds what is asked in any of them; `evaluation.asked` says in which.
 */
export function renderSchema(page: Page, evaluation: Pick<Evaluation, 'asked'>): JsonSchema {
  const asked = askedFields(page, evaluation.asked);
  const key = [...asked].join(' ');
  const known = rendered.get(page) ?? new Map<string, JsonSchema>();
  rendered.set(page, known);
  const before = known.get(key);
  if (before) return before;
  const schema = { ...objectSchema(page.fields, asked), title: page.title };
  if (known.size >= MOST_KEPT) known.clear();
  known.set(key, schema);
  return schema;
}

/** Paths of the page's fields that are asked, in some row at least. */
function askedFields(page: Page, asked: ReadonlySet<string>): ReadonlySet<string> {
  const prefix = `/${page.name}/`;
  const paths = new Set<string>();
  for (const pointer of asked) {
    if (pointer.startsWith(prefix))
      paths.add(
        pointer
          .slice(1)
          .replace(/\/\d+(?=\/|$)/, '[]')
          .replaceAll('/', '.'),
      );
  }
  // Before the first row there is none to look at; what a row asks unconditionally is known all the same.
  for (const field of page.fields.flatMap(repeatsIn)) {
    if (!paths.has(field.path)) continue;
    for (const child of field.fields) if (!child.askWhen) paths.add(child.path);
  }
  return paths;
}

function repeatsIn(field: Field): readonly Field[] {
  return field.kind === 'rows' ? [field] : field.fields.flatMap(repeatsIn);
}

function objectSchema(fields: readonly Field[], asked: ReadonlySet<string>): JsonSchema {
  const shown = fields.filter((field) => asked.has(field.path));
  return {
    type: 'object',
    properties: Object.fromEntries(shown.map((field) => [field.name, fieldSchema(field, asked)])),
    required: shown.filter((field) => field.required).map((field) => field.name),
  };
}

function fieldSchema(field: Field, asked: ReadonlySet<string>): JsonSchema {
  const words = {
    title: field.title,
    ...(field.description === null ? {} : { description: field.description }),
    ...(field.compute || field.fromApplication ? { readOnly: true } : {}),
  };
  if (field.kind === 'group') return { ...objectSchema(field.fields, asked), ...words };
  if (field.kind === 'rows') return { ...field.schema, items: objectSchema(field.fields, asked), ...words };
  if (field.kind !== 'choice' || !field.options) return { ...field.schema, ...words };
  const { enum: _values, ...rest } = field.schema;
  return { ...rest, oneOf: field.options.map(({ value, title }) => ({ const: value, title })), ...words };
}
