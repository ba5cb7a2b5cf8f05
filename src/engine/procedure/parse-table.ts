import { type Problem, problem } from '../problem.js';
import { isSafeName } from '../workflow/safe-name.js';
import { isCivilDate } from '../japanese/date-range.js';
import type { FeelType } from '../expression/index.js';
import type { TableRow } from './procedure.js';

const MOST_ROWS = 20_000;
const MOST_COLUMNS = 50;

type Cell = string | number | boolean | null;

/** What a column's type makes of a cell's text; undefined = it is not of that type. An empty cell is null before. */
const CELL_TYPES: Readonly<
  Record<string, { readonly type: FeelType; read(text: string): Cell | undefined }>
> = {
  string: { type: { kind: 'string' }, read: (text) => text },
  number: {
    type: { kind: 'number' },
    read: (text) => (/^-?\d{1,15}(?:\.\d{1,15})?$/.test(text) ? Number(text) : undefined),
  },
  boolean: {
    type: { kind: 'boolean' },
    read: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
  },
  date: { type: { kind: 'date' }, read: (text) => (isCivilDate(text) ? text : undefined) },
};

export interface ParsedTable {
  readonly rows: readonly TableRow[];
  /** Line of each row in the file, from 1. */
  readonly lines: readonly number[];
  /** Column → type. */
  readonly columns: Readonly<Record<string, FeelType>>;
}

/**
 * Reads a table: RFC 4180 (quotes, commas and line breaks inside quotes, `""`), first line `name:type`.
 * Problems are named by line (`tables/bands.csv#3`).
 */
export function parseTable(
  file: string,
  text: string,
): { readonly table: ParsedTable; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const [header, ...records] = readRecords(file, text, problems);
  const titles = header?.cells ?? [];
  if (titles.length === 0) problems.push(problem(file, 'table-empty'));
  const columns = titles.slice(0, MOST_COLUMNS).map((cell) => readColumn(file, cell, problems));
  const types = columns.map(
    ({ name, type }) =>
      [
        name,
        (Object.hasOwn(CELL_TYPES, type) ? CELL_TYPES[type]?.type : null) ?? { kind: 'string' },
      ] as const,
  );
  // Of a table that is too wide no line is read: each of a hundred thousand columns would be looked for in each.
  if (titles.length > MOST_COLUMNS) {
    problems.push(problem(file, 'table-too-wide', { limit: MOST_COLUMNS }));
    return { table: { rows: [], lines: [], columns: Object.fromEntries(types) }, problems };
  }
  if (records.length > MOST_ROWS) problems.push(problem(file, 'table-too-long', { limit: MOST_ROWS }));
  const names = columns.map((column) => column.name);
  for (const name of names.filter((candidate, index) => names.indexOf(candidate) !== index)) {
    problems.push(problem(`${file}#1`, 'duplicate-column', { name }));
  }
  const kept = records.slice(0, MOST_ROWS);
  const rows = kept.map(({ cells, line }) => {
    // In a line that is shifted, no cell is where it belongs.
    const shifted = cells.length !== columns.length;
    if (shifted) {
      problems.push(
        problem(`${file}#${line}`, 'table-row-length', { expected: columns.length, actual: cells.length }),
      );
    }
    return Object.fromEntries(
      columns.map(({ name, type }, index) => {
        const cell = cells[index] ?? '';
        const known = Object.hasOwn(CELL_TYPES, type) ? CELL_TYPES[type] : undefined;
        const value = cell === '' || shifted ? null : known ? known.read(cell) : cell;
        if (value === undefined)
          problems.push(problem(`${file}#${line}`, 'table-cell-type', { column: name, type, value: cell }));
        return [name, value ?? null];
      }),
    );
  });
  const lines = kept.map((record) => record.line);
  return { table: { rows, lines, columns: Object.fromEntries(types) }, problems };
}

function readColumn(
  file: string,
  cell: string,
  problems: Problem[],
): { readonly name: string; readonly type: string } {
  const [name = '', type = 'string'] = cell.trim().split(':');
  if (!isSafeName(name)) problems.push(problem(`${file}#1`, 'unsafe-name', { name }));
  if (!Object.hasOwn(CELL_TYPES, type)) {
    problems.push(
      problem(`${file}#1`, 'unknown-column-type', { name, type, known: Object.keys(CELL_TYPES).join(', ') }),
    );
  }
  return { name, type };
}

export interface CsvRecord {
  readonly cells: readonly string[];
  /** Where each cell begins in the text. */
  readonly starts: readonly number[];
  readonly line: number;
  /** Offset where the last cell ends. */
  readonly end: number;
}

const BARE = /[^",\r\n]*/y;
const QUOTED = /"((?:[^"]|"")*)"/y;
const END = /,|\r?\n|$/y;

export function readRecords(file: string, text: string, problems: Problem[]): CsvRecord[] {
  const records: CsvRecord[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  let cells: string[] = [];
  let starts: number[] = [];
  let start = line;
  while (at < text.length || cells.length > 0) {
    QUOTED.lastIndex = at;
    BARE.lastIndex = at;
    const quoted = text[at] === '"' ? QUOTED.exec(text) : null;
    const cell = quoted?.[0] ?? BARE.exec(text)?.[0] ?? '';
    starts.push(at);
    cells.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : cell);
    at += cell.length;
    const endOfCell = at;
    line += cell.split('\n').length - 1;
    END.lastIndex = at;
    const end = END.exec(text)?.[0];
    if (end === undefined) {
      problems.push(problem(`${file}#${line}`, 'csv-syntax'));
      return records;
    }
    at += end.length;
    if (end === ',') continue;
    // A blank line is no record; one empty cell alone would be a blank line too.
    if (cells.length > 1 || cells[0] !== '') records.push({ cells, starts, end: endOfCell, line: start });
    cells = [];
    starts = [];
    line += end === '' ? 0 : 1;
    start = line;
  }
  return records;
}
