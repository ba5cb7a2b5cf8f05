import { nearestName } from '../../nearest-name.js';
import { ObjectReader } from '../../workflow/object-reader.js';
import type { Option, Tables } from '../procedure.js';

export const OPTION_KEYWORDS = ['enum', 'oneOf', 'x-options'] as const;

/** More choices than this need a search field, not a list. */
const MOST_OPTIONS = 3000;

export function hasOptions(source: ObjectReader): boolean {
  return OPTION_KEYWORDS.some((key) => source.has(key));
}

/** The choices of a field, from whichever of the three ways the author used; an option given twice is a problem. */
export function readOptions(source: ObjectReader, type: string, tables: Tables): readonly Option[] {
  const ways = OPTION_KEYWORDS.filter((key) => source.has(key));
  const [way] = ways;
  if (way === undefined) return [];
  const { path } = source.at(way);
  if (ways.length > 1) source.report(path, 'options-twice', { keywords: ways.join(', ') });
  const options = way === 'x-options' ? fromTable(source, tables) : fromList(source, way);
  if (!options) return [];
  if (options.length === 0) source.report(path, 'no-options');
  if (options.length > MOST_OPTIONS) source.report(path, 'too-many-options', { limit: MOST_OPTIONS });
  const seen = new Set<string | number>();
  for (const option of options) {
    const fits = type === 'string' ? typeof option.value === 'string' : typeof option.value === 'number';
    if (!fits) source.report(path, 'option-type', { value: option.value, type });
    if (seen.has(option.value)) source.report(path, 'duplicate-option', { value: option.value });
    seen.add(option.value);
  }
  return options;
}

function fromList(source: ObjectReader, way: 'enum' | 'oneOf'): Option[] {
  return source.list(way).flatMap((item) => {
    if (way === 'enum')
      return isOptionValue(item.value)
        ? [{ value: item.value, title: String(item.value) }]
        : shape(item.path);
    const reader = new ObjectReader(item.value, item.path, source.problems, ['const', 'title']);
    const value = reader.at('const').value;
    return isOptionValue(value) ? [{ value, title: reader.text('title') }] : shape(reader.at('const').path);
  });

  function shape(path: string): [] {
    source.report(path, 'wrong-shape', { expected: 'text' });
    return [];
  }
}

/** Null when they could not be looked for; that is reported. */
function fromTable(source: ObjectReader, tables: Tables): Option[] | null {
  const { value, path } = source.at('x-options');
  const reader = new ObjectReader(value, path, source.problems, ['table', 'value', 'label']);
  const name = reader.text('table');
  const rows = Object.hasOwn(tables, name) ? tables[name] : undefined;
  if (!rows) {
    if (name !== '')
      reader.report(reader.at('table').path, 'unknown-table', suggest(name, Object.keys(tables)));
    return null;
  }
  const columns = Object.keys(rows[0] ?? {});
  const [valueColumn, labelColumn] = (['value', 'label'] as const).map((key) => {
    const column = reader.text(key);
    if (column === '' || columns.includes(column)) return column;
    reader.report(reader.at(key).path, 'unknown-column', { table: name, ...suggest(column, columns) });
    return '';
  });
  if (!valueColumn || !labelColumn) return null;
  return rows.flatMap((row) => {
    const cell = row[valueColumn];
    return isOptionValue(cell) ? [{ value: cell, title: String(row[labelColumn] ?? cell) }] : [];
  });
}

function isOptionValue(value: unknown): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && value !== '');
}

function suggest(name: string, known: readonly string[]): Record<string, string> {
  const suggestion = nearestName(name, known);
  return suggestion === undefined ? { name } : { name, suggestion };
}
