import type { ParsedTable } from '../procedure/parse-table.js';
import { nearestName } from '../nearest-name.js';
import { compileAt, compileConditionAt, neverTrue } from './compile-at.js';
import type { StageContext } from './compile-stage.js';
import { isObject, ObjectReader, pointer } from './object-reader.js';
import type { Route, RoutingRow, TableRoute } from './workflow.js';

const KEYS = ['when', 'to', 'team', 'table', 'match'];

export function compileRoutes(owner: ObjectReader, context: StageContext): readonly Route[] {
  const { scope, problems } = context;
  return owner.list('routes').map(({ value, path }): Route => {
    const reader = new ObjectReader(value, path, problems, KEYS);
    // A condition with a problem stays a condition: read as none, it would be reported a second time, as a default.
    const source = reader.has('when') ? (reader.optionalText('when') ?? 'false') : null;
    const compiled =
      source === null ? null : compileConditionAt(reader.at('when').path, source, scope, problems);
    const when = source === null ? null : (compiled ?? neverTrue());
    if (reader.has('table')) return { when, ...compileTableRoute(reader, context) };
    if (reader.has('match')) reader.missing('table');
    return { kind: 'stage', when, to: reader.text('to'), team: reader.optionalText('team') };
  });
}

function compileTableRoute(reader: ObjectReader, context: StageContext): Omit<TableRoute, 'when'> {
  const name = reader.text('table');
  const table = Object.hasOwn(context.tables, name) ? context.tables[name] : undefined;
  if (!table && name !== '') reportUnknown(reader, ['table'], 'table-unknown', name, context.tables);
  const entries = reader.entries('match');
  if (entries.length === 0 && isObject(reader.at('match').value ?? {})) reader.missing('match');
  const match = entries.flatMap(({ name: column, value, path }) => {
    if (table && !Object.hasOwn(table.columns, column)) {
      reportUnknown(reader, ['match', column], 'column-unknown', column, table.columns);
      return [];
    }
    if (typeof value !== 'string' || value.trim() === '') {
      reader.report(path, 'wrong-shape', { expected: 'text' });
      return [];
    }
    const expression = compileAt(path, value, context.scope, context.problems);
    const expected = table?.columns[column];
    if (expression && expected && !['any', 'null', expected.kind].includes(expression.type.kind)) {
      const params = { column, expected: expected.kind, actual: expression.type.kind };
      reader.report(path, 'routing-type-differs', params);
    }
    return expression ? [{ column, value: expression }] : [];
  });
  const to = reader.optionalText('to');
  const columns = match.map(({ column }) => column);
  const rows = table ? readRows(reader, name, table, columns, to) : [];
  // With a column that could not be read, rows may look alike that are not.
  if (match.length === entries.length) reportCovered(reader, name, rows);
  return { kind: 'table', table: name, match, rows };
}

function reportUnknown(
  reader: ObjectReader,
  place: readonly string[],
  code: string,
  name: string,
  known: Readonly<Record<string, unknown>>,
): void {
  const suggestion = nearestName(name, Object.keys(known));
  const path = place.reduce<string>(pointer, reader.path);
  reader.report(path, code, suggestion ? { name, suggestion } : { name });
}

/** What the rows say, each with what is wrong in it at its own line. */
function readRows(
  reader: ObjectReader,
  name: string,
  table: ParsedTable,
  columns: readonly string[],
  to: string | null,
): readonly RoutingRow[] {
  const own = (key: string) => (Object.hasOwn(table.columns, key) ? table.columns[key] : undefined);
  const texts = ['to', 'team'].filter((key) => own(key) && !(key === 'to' && to !== null));
  for (const column of texts) {
    const actual = own(column)?.kind ?? '';
    if (actual !== 'string') {
      reader.report(`tables/${name}.csv#1`, 'routing-type-differs', { column, expected: 'string', actual });
    }
  }
  if (to === null && !own('to')) reader.report(reader.path, 'routing-without-stage', { table: name });
  const rows = table.rows.map((row, index): RoutingRow => ({
    cells: columns.map((column) => row[column] ?? null),
    to: to ?? String(row['to'] ?? ''),
    team: reader.optionalText('team') ?? (row['team'] == null ? null : String(row['team'])),
    line: table.lines[index] ?? 0,
  }));
  if (own('to') ?? to) {
    for (const row of rows.filter((one) => one.to === '')) {
      reader.report(`tables/${name}.csv#${row.line}`, 'routing-row-without-stage');
    }
  }
  return rows;
}

function reportCovered(reader: ObjectReader, table: string, rows: readonly RoutingRow[]): void {
  for (const { row, by } of coveredRows(rows)) {
    reader.report(`tables/${table}.csv#${row.line}`, 'routing-row-covered', { line: by.line });
  }
}

/**
 * Rows that an earlier one leaves nothing to. Earlier rows are kept by which cells they fill and what is in them, so a
 * table of thousands is looked through once.
 */
export function coveredRows(
  rows: readonly RoutingRow[],
): readonly { readonly row: RoutingRow; readonly by: RoutingRow }[] {
  const shapes = new Map<
    string,
    { readonly filled: readonly number[]; readonly seen: Map<string, RoutingRow> }
  >();
  return rows.flatMap((row) => {
    const covering = [...shapes.values()].flatMap(({ filled, seen }) => seen.get(keyOf(row, filled)) ?? []);
    const filled = row.cells.flatMap((cell, index) => (cell === null ? [] : [index]));
    const shape = shapes.get(filled.join()) ?? { filled, seen: new Map<string, RoutingRow>() };
    shapes.set(filled.join(), shape);
    if (!shape.seen.has(keyOf(row, filled))) shape.seen.set(keyOf(row, filled), row);
    const by = covering.sort((a, b) => a.line - b.line)[0];
    return by ? [{ row, by }] : [];
  });
}

function keyOf({ cells }: RoutingRow, filled: readonly number[]): string {
  return JSON.stringify(filled.map((index) => cells[index]));
}
