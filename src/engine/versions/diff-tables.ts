import { groupedNumber } from '../japanese/grouped-number.js';
import type { Procedure, TableRow } from '../procedure/procedure.js';
import type { Workflow } from '../workflow/workflow.js';
import { type Change, EVERYONE, type Impact } from './change.js';
import type { Differ } from './comparison.js';
import { expressionsIn } from './plain.js';

/** Of a table that is another altogether, the first differences say enough. */
const MOST_NAMED = 30;

/** Rates, code lists, municipalities: what a table says now, cell by cell. */
export const diffTables: Differ = ({ before, after }) => {
  const [olds, nows] = [before.procedure.form.tables, after.procedure.form.tables];
  const names = [...new Set([...Object.keys(olds), ...Object.keys(nows)])];
  return names.flatMap((name) => {
    const [was, is] = [olds[name], nows[name]];
    if (was && is) return new TableDiff(name, impactOf(name, after.procedure), was, is).changes();
    const code = was ? 'table-removed' : 'table-added';
    return [table(name, code, 'none', {}, was ? was.length : null, is ? is.length : null)];
  });
};

/** A table that no expression reads, and no route, gives choices only; those are said with their question. */
function impactOf(name: string, { info, form, workflow }: Procedure): Impact {
  const path = `tables.${name}`;
  const isRead = expressionsIn([info, [...form.fields.values()], form.pages, form.checks, workflow]).some(
    ({ reads }) => reads.some((read) => read === 'tables' || read === path || read.startsWith(`${path}.`)),
  );
  return isRead || routingTables(workflow).has(name) ? 'changes-result' : 'none';
}

function routingTables({ stages }: Workflow): ReadonlySet<string> {
  const routes = [...stages.values()].flatMap((stage) => [
    ...stage.routes,
    ...[...stage.actions.values()].flatMap((action) => action.routes),
    ...[...stage.timers.values()].flatMap((timer) => timer.routes),
  ]);
  return new Set(routes.flatMap((route) => (route.kind === 'table' ? [route.table] : [])));
}

class TableDiff {
  private readonly columnsBefore: readonly string[];
  private readonly columnsAfter: readonly string[];
  private readonly key: readonly string[];

  constructor(
    private readonly name: string,
    private readonly impact: Impact,
    private readonly before: readonly TableRow[],
    private readonly after: readonly TableRow[],
  ) {
    this.columnsBefore = Object.keys(before[0] ?? {});
    this.columnsAfter = Object.keys(after[0] ?? {});
    this.key = this.findKey();
  }

  changes(): readonly Change[] {
    const cells = this.rows();
    const named = cells.slice(0, MOST_NAMED);
    const more = cells.length - named.length;
    return [
      ...this.columns(),
      ...named,
      ...(more === 0 ? [] : [this.change('table-more', { count: more }, null, null)]),
    ];
  }

  private columns(): readonly Change[] {
    // A table that was or is empty shows no columns here; its rows say it all.
    if (this.before.length === 0 || this.after.length === 0) return [];
    const [olds, nows] = [this.columnsBefore, this.columnsAfter];
    return [
      ...olds
        .filter((column) => !nows.includes(column))
        .map((column) => this.change('table-column-removed', { column }, column, null)),
      ...nows
        .filter((column) => !olds.includes(column))
        .map((column) => this.change('table-column-added', { column }, null, column)),
    ];
  }

  private rows(): readonly Change[] {
    const nows = new Map(this.after.map((row, index) => [this.keyOf(row, index), { row, line: index + 2 }]));
    const olds = new Map(this.before.map((row, index) => [this.keyOf(row, index), { row, line: index + 2 }]));
    return [
      ...[...olds].flatMap(([key, { row, line }]) => {
        const now = nows.get(key);
        return now
          ? this.cells(key, row, now.row, now.line)
          : [this.change('table-row-removed', { row: key }, row, null, line)];
      }),
      ...[...nows]
        .filter(([key]) => !olds.has(key))
        .map(([key, { row, line }]) => this.change('table-row-added', { row: key }, null, row, line)),
    ];
  }

  private cells(key: string, was: TableRow, is: TableRow, line: number): readonly Change[] {
    return this.columnsAfter.flatMap((column) => {
      if (!Object.hasOwn(was, column)) return [];
      const [before, after] = [was[column] ?? null, is[column] ?? null];
      return before === after ? [] : [this.change('table-cell', { row: key, column }, before, after, line)];
    });
  }

  /** The fewest columns from the left that tell rows apart in both versions; none: rows are known by their number. */
  private findKey(): readonly string[] {
    const common = this.columnsBefore.filter((column) => this.columnsAfter.includes(column));
    for (let count = 1; count <= Math.min(common.length, 4); count += 1) {
      const columns = common.slice(0, count);
      if ([this.before, this.after].every((rows) => areDistinct(rows, columns))) return columns;
    }
    return [];
  }

  private keyOf(row: TableRow, index: number): string {
    return this.key.length === 0 ? `#${index + 1}` : keyText(row, this.key);
  }

  private change(
    code: string,
    params: Change['params'],
    before: unknown,
    after: unknown,
    line?: number,
  ): Change {
    return table(this.name, code, this.impact, params, before, after, line);
  }
}

function areDistinct(rows: readonly TableRow[], columns: readonly string[]): boolean {
  return new Set(rows.map((row) => keyText(row, columns))).size === rows.length;
}

function keyText(row: TableRow, columns: readonly string[]): string {
  return columns
    .map((column) => {
      const cell = row[column] ?? '';
      return typeof cell === 'number' ? groupedNumber(cell) : String(cell);
    })
    .join('・');
}

function table(
  name: string,
  code: string,
  impact: Impact,
  params: Change['params'],
  before: unknown,
  after: unknown,
  line?: number,
): Change {
  return {
    code,
    place: `tables/${name}.csv${line === undefined ? '' : `#${line}`}`,
    subject: { kind: 'table', name },
    who: EVERYONE,
    impact,
    params: { table: name, ...params },
    before,
    after,
  };
}
