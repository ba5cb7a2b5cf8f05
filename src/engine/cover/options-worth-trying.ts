import type { Field, Form, Option, TableRow } from '../procedure/procedure.js';

/** A longer list of options is not tried one by one. */
const FEW_OPTIONS = 12;

/**
 * The options of a choice that can make a difference: all of a short list; of a long one the first, the last, those
 * that an expression names, and one for each kind of row in a table that is looked up by them.
 */
export function optionsWorthTrying(field: Field, form: Form): readonly Option[] {
  const options = field.options ?? [];
  if (options.length <= FEW_OPTIONS) return options;
  const sources = form.plan.steps.flatMap(({ askWhen, compute }) => [
    askWhen?.source ?? '',
    compute?.source ?? '',
  ]);
  const text = [...sources, ...form.checks.map((check) => check.expression.source)].join('\n');
  const kinds = Object.values(form.tables).flatMap((rows) => oneOfEachKind(rows, options));
  return options.filter(
    (option, index) =>
      index === 0 ||
      index === options.length - 1 ||
      text.includes(JSON.stringify(option.value)) ||
      kinds.includes(option.value),
  );
}

/** Rows that differ in nothing but their key and their labels are of one kind. */
function oneOfEachKind(rows: readonly TableRow[], options: readonly Option[]): readonly Option['value'][] {
  const columns = Object.keys(rows[0] ?? {});
  const key = columns.find((column) =>
    options.every(({ value }) => rows.some((row) => row[column] === value)),
  );
  if (key === undefined) return [];
  const distinct = (column: string) => new Set(rows.map((row) => row[column])).size;
  const telling = columns.filter((column) => column !== key && distinct(column) * 4 <= rows.length);
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const kind = JSON.stringify(telling.map((column) => row[column]));
    const value = row[key];
    if (seen.has(kind) || (typeof value !== 'string' && typeof value !== 'number')) return [];
    seen.add(kind);
    return [value];
  });
}
