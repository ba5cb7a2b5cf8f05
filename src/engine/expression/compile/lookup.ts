import type { Syntax } from '../parse.js';
import { EvaluationError, nearest } from '../problems.js';
import { ANY, comparable, fieldOf, typeName, type FeelType } from '../types.js';
import { keyOf, toText } from '../text.js';
import { FeelContext, isList, type FeelValue } from '../values.js';
import { ownField, readerOf, type Reader } from './facts.js';
import { checkOption } from './comparison.js';
import { charge, type Code, type Evaluation, type Run, type Unit } from './unit.js';

/**
 * `lookup(table, "column", value)`, `lookup(table, "column", value, "column", value …)`: the first row where every
 * column has its value; null when a value is null; an error when no row matches, because a missing rate must not
 * become a missing amount.
 */
export function compileLookup(node: Syntax, args: readonly Code[], unit: Unit): Code | undefined {
  const [table, ...pairs] = args;
  if (!table) return undefined;
  const rowType = table.type.kind === 'list' ? table.type.of : ANY;
  const columns: { name: string; type: FeelType }[] = [];
  const keys: Run[] = [];
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const [column, value] = [pairs[index], pairs[index + 1]];
    if (!column || !value) continue;
    // The index is built per column, so columns are known before any row is seen.
    if (typeof column.constant !== 'string') {
      unit.report('wrong-type', column.syntax, { expected: 'literal string', actual: typeName(column.type) });
      continue;
    }
    columns.push({ name: column.constant, type: checkColumn(rowType, column, value, unit) });
    keys.push(value.run);
  }
  return { syntax: node, type: rowType, run: lookupRun(table, rowType, columns, keys, node.from) };
}

function checkColumn(rowType: FeelType, column: Code, value: Code, unit: Unit): FeelType {
  const name = String(column.constant);
  if (rowType.kind !== 'context') return ANY;
  const type = fieldOf(rowType, name);
  unit.options.named?.column(column.syntax, rowType, name);
  if (!type) {
    const suggestion = nearest(name, Object.keys(rowType.fields));
    unit.reportType('unknown-field', column.syntax, {
      name,
      of: 'table',
      ...(suggestion === undefined ? {} : { suggestion }),
    });
    return ANY;
  }
  if (!comparable(type, value.type)) {
    unit.reportType('unlike-types', value.syntax, {
      operator: '=',
      left: typeName(type),
      right: typeName(value.type),
    });
  }
  checkOption(type, value, unit);
  return type;
}

type Columns = readonly { readonly name: string; readonly type: FeelType }[];

function lookupRun(
  table: Code,
  rowType: FeelType,
  columns: Columns,
  keys: readonly Run[],
  position: number,
): Run {
  const { raw, run } = table;
  const find = raw ? indexedFind(raw, rowType, columns) : listFind(run, columns, position);
  return (at) => {
    const values = keys.map((key) => key(at));
    if (values.includes(null)) return null;
    const row = find(at, values);
    if (row === undefined) throw noMatch(columns, values, position);
    return row;
  };
}

function noMatch(columns: Columns, values: readonly FeelValue[], position: number): EvaluationError {
  const column = columns.map(({ name }) => name).join(', ');
  return new EvaluationError(
    'lookup-no-match',
    { column, value: values.map(toText).join(', ').slice(0, 200) },
    position,
  );
}

type Find = (at: Evaluation, values: readonly FeelValue[]) => FeelValue | undefined;

const SEPARATOR = '\u0000';

/** Tables do not change while they are in use: the index of a table object is built once and forgotten with it. */
function indexedFind(raw: NonNullable<Code['raw']>, rowType: FeelType, columns: Columns): Find {
  const indexes = new WeakMap<object, ReadonlyMap<string, unknown>>();
  const readRow: Reader = readerOf(rowType);
  const readers = columns.map(({ name, type }) => ({ name, read: readerOf(type) }));
  return (at, values) => {
    const rows = raw(at.facts);
    if (!Array.isArray(rows)) return null;
    let index = indexes.get(rows);
    if (!index) {
      const built = new Map<string, unknown>();
      for (const row of rows as readonly unknown[]) {
        const key = readers.map(({ name, read }) => keyOf(read(ownField(row, name)))).join(SEPARATOR);
        if (!built.has(key)) built.set(key, row);
      }
      indexes.set(rows, (index = built));
    }
    const row = index.get(values.map(keyOf).join(SEPARATOR));
    return row === undefined ? undefined : readRow(row);
  };
}

function listFind(run: Run, columns: Columns, position: number): Find {
  return (at, values) => {
    const rows = run(at);
    if (rows === null || !isList(rows)) return null;
    charge(at, rows.length, position);
    const wanted = values.map(keyOf);
    return rows.find(
      (row) =>
        row instanceof FeelContext &&
        columns.every(({ name }, index) => keyOf(row.get(name) ?? null) === wanted[index]),
    );
  };
}
