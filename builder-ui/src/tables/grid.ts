import { type Problem, readRecords } from '#engine';

export interface GridColumn {
  readonly name: string;
  readonly type: string;
}

/** A table as it is edited: texts as they are written, also those that are of no use. */
export interface Grid {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Line of each row in the file, by which problems name it. */
  readonly lines: readonly number[];
}

export const COLUMN_TYPES = ['string', 'number', 'date', 'boolean'] as const;

export function readGrid(text: string): Grid {
  const [head, ...records] = readRecords('', text, []);
  const columns = (head?.cells ?? []).map((cell) => {
    const [name = '', type = 'string'] = cell.trim().split(':');
    return { name, type };
  });
  return {
    columns,
    rows: records.map(({ cells }) => columns.map((_, at) => cells[at] ?? '')),
    lines: records.map(({ line }) => line),
  };
}

/** What a spreadsheet puts on the clipboard: cells by tab, lines by line feed, cells with either in quotes. */
export function cellsFrom(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const end = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === '\t') end();
    else if (letter === '\n') {
      end();
      rows.push([]);
    } else if (letter !== '\r') cell += letter;
  }
  end();
  // Spreadsheets end the last line, too.
  const last = rows.at(-1);
  return rows.length > 1 && last?.length === 1 && last[0] === '' ? rows.slice(0, -1) : rows;
}

/** For the clipboard, so that a spreadsheet takes it. */
export function clipboardOf(cells: readonly (readonly string[])[]): string {
  return cells
    .map((row) =>
      row.map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'),
    )
    .join('\n');
}

/**
 * What is pasted as the cells of a column may stand: a number as spreadsheets show it (`1,200`, full width) becomes the
 * number, a day (`2026/4/1`) the day. What is neither stays, and is a problem at its cell.
 */
export function asWritten(cell: string, type: string): string {
  const text = cell.trim();
  if (type === 'number') {
    const plain = text.normalize('NFKC').replaceAll(/[,\s¥円]/gu, '');
    return /^-?\d+(?:\.\d+)?$/.test(plain) ? plain : text;
  }
  if (type === 'date') {
    const [, year = '', month = '', day = ''] =
      /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text.normalize('NFKC')) ?? [];
    return year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  }
  if (type === 'boolean') {
    const plain = text.normalize('NFKC').toLowerCase();
    if (['true', 'はい', '○', '◯', '〇', '1', 'yes'].includes(plain)) return 'true';
    if (['false', 'いいえ', '×', '0', 'no'].includes(plain)) return 'false';
  }
  return cell;
}

/** Problems of one cell; `column` empty: of the whole row, and at row -1 of the names of the columns. */
export function problemsByCell(
  grid: Grid,
  file: string,
  problems: readonly Problem[],
): ReadonlyMap<string, readonly Problem[]> {
  const found = new Map<string, readonly Problem[]>();
  for (const problem of problems) {
    const [path = '', line = ''] = problem.path.split('#');
    if (path !== file) continue;
    const row = line === '1' || line === '' ? -1 : grid.lines.indexOf(Number(line));
    const named = problem.params?.['column'];
    const key = cellKey(row, typeof named === 'string' ? named : '');
    found.set(key, [...(found.get(key) ?? []), problem]);
  }
  return found;
}

export function cellKey(row: number, column: string): string {
  return `${row} ${column}`;
}
