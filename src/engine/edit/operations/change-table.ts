import { type CsvRecord, readRecords } from '../../procedure/parse-table.js';
import { removeFile, writeFile } from './change-texts.js';
import type { TableOperation } from './operation.js';
import type { WorkingCopy } from './working-copy.js';

/** Changes one line or one column of a table; lines that are not touched keep every byte. */
export function changeTable(copy: WorkingCopy, operation: TableOperation): void {
  if (operation.kind === 'add-table') {
    const { name, columns, rows } = operation;
    const file = fileOf(name);
    if (copy.has(file)) copy.refuse(file, 'name-taken', { name });
    writeFile(copy, file, name, [columns, ...rows].map((line) => `${writeLine(line)}\n`).join(''));
    return;
  }
  if (operation.kind === 'remove-table') {
    removeFile(copy, fileOf(operation.name), operation.name);
    return;
  }
  const file = fileOf(operation.table);
  if (!copy.has(file)) copy.refuse(file, 'name-unknown', { name: operation.table });
  const table = new Lines(copy.text(file));
  const column = 'column' in operation ? operation.column : null;
  if (column !== null && operation.kind !== 'add-column' && table.columnAt(column) === -1)
    copy.refuse(file, 'name-unknown', { name: column });
  const row = 'row' in operation ? operation.row : null;
  if (row !== null && !(row >= 0 && row <= table.rows - (operation.kind === 'add-row' ? 0 : 1)))
    copy.refuse(file, 'row-unknown', { row: row + 1, rows: table.rows });
  copy.write(file, table.after(operation));
}

function fileOf(table: string): string {
  return `tables/${table}.csv`;
}

type LineOperation = Exclude<TableOperation, { readonly kind: 'add-table' | 'remove-table' }>;

class Lines {
  private readonly records: readonly CsvRecord[];
  private readonly head: readonly string[];
  private readonly end: string;

  constructor(private readonly text: string) {
    this.records = readRecords('', text, []);
    this.head = this.records[0]?.cells ?? [];
    this.end = /\r\n|\n/.exec(text)?.[0] ?? '\n';
  }

  get rows(): number {
    return Math.max(this.records.length - 1, 0);
  }

  /** By its name, whatever type it has; -1: there is none. */
  columnAt(name: string): number {
    return this.head.findIndex((cell) => cell.split(':')[0]?.trim() === name);
  }

  after(operation: LineOperation): string {
    switch (operation.kind) {
      case 'set-cell':
        return this.replaced(operation.row + 1, (cells) =>
          cells.map((cell, at) => (at === this.columnAt(operation.column) ? operation.value : cell)),
        );
      case 'add-row':
        return this.withLine(
          operation.row,
          writeLine(this.head.map((cell) => operation.cells[cell.split(':')[0]?.trim() ?? ''] ?? '')),
        );
      case 'remove-row': {
        const own = this.records[operation.row + 1];
        const next = this.records[operation.row + 2];
        return own
          ? this.text.slice(0, own.starts[0]) + this.text.slice(next?.starts[0] ?? this.text.length)
          : this.text;
      }
      case 'add-column': {
        const before = operation.before === undefined ? -1 : this.columnAt(operation.before);
        const at = before === -1 ? this.head.length : before;
        return this.everyLine((cells, index) => [
          ...cells.slice(0, at),
          index === 0 ? operation.column : '',
          ...cells.slice(at),
        ]);
      }
      case 'set-cells': {
        const from = this.columnAt(operation.column);
        const present = this.everyLine((cells, index) => {
          const pasted = operation.cells[index - 1 - operation.row];
          const now = cells.map((cell, at) => pasted?.[at - from] ?? cell);
          return index === 0 || now.every((cell, at) => cell === cells[at]) ? cells : now;
        });
        const more = operation.cells
          .slice(Math.max(this.rows - operation.row, 0))
          .map((pasted) => writeLine(this.head.map((_, at) => pasted[at - from] ?? '')) + this.end);
        const needsEnd = more.length > 0 && !/\n$/.test(present);
        return present + (needsEnd ? this.end : '') + more.join('');
      }
      case 'move-row': {
        const without = new Lines(this.after({ ...operation, kind: 'remove-row' }));
        const own = this.records[operation.row + 1];
        if (!own || operation.to === operation.row) return this.text;
        return without.withLine(operation.to, this.text.slice(own.starts[0], own.end));
      }
      case 'set-column-type': {
        const at = this.columnAt(operation.column);
        const written =
          operation.type === 'string' ? operation.column : `${operation.column}:${operation.type}`;
        return this.replaced(0, (cells) => cells.map((cell, index) => (index === at ? written : cell)));
      }
      case 'move-column': {
        const from = this.columnAt(operation.column);
        const before = operation.before === undefined ? -1 : this.columnAt(operation.before);
        const to = before === -1 ? this.head.length : before;
        if (to === from || to === from + 1) return this.text;
        return this.everyLine((cells) => {
          const others = cells.filter((_, index) => index !== from);
          const at = to > from ? to - 1 : to;
          return [...others.slice(0, at), cells[from] ?? '', ...others.slice(at)];
        });
      }
      case 'remove-column': {
        const at = this.columnAt(operation.column);
        return this.everyLine((cells) => cells.filter((_, index) => index !== at));
      }
    }
  }

  /** A line before that row, or at the end. */
  private withLine(row: number, line: string): string {
    const at = this.records[row + 1]?.starts[0] ?? this.text.length;
    const needsEnd = at === this.text.length && !/\n$/.test(this.text);
    return this.text.slice(0, at) + (needsEnd ? this.end : '') + line + this.end + this.text.slice(at);
  }

  private everyLine(change: (cells: readonly string[], index: number) => readonly string[]): string {
    let at = 0;
    let written = '';
    this.records.forEach(({ starts, end, cells }, index) => {
      const now = change(cells, index);
      // A line that says the same keeps its quotation marks, too.
      if (now === cells) return;
      written += this.text.slice(at, starts[0]) + writeLine(now);
      at = end;
    });
    return written + this.text.slice(at);
  }

  private replaced(index: number, change: (cells: readonly string[]) => readonly string[]): string {
    return this.everyLine((cells, at) => (at === index ? change(cells) : cells));
  }
}

/** RFC 4180. */
function writeLine(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}
