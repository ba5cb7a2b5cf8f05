import { type Field, isUnanswered, normalizeInput } from '../engine.js';
import { isDay, readDate } from '../fields/date/read-date.js';
import { readNumber } from '../fields/number/read-number.js';

/** One line of a pasted table. */
export interface PastedRow {
  /** By name of the question; what could not be read is kept as it was written, to be mended in the form. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** Questions whose cell could not be read, with what it says. */
  readonly unread: readonly { readonly field: Field; readonly text: string }[];
  /** Required questions without a cell. */
  readonly missing: readonly Field[];
  /** Cells behind the last question. */
  readonly left: readonly string[];
}

/** The questions of a row that a cell can answer. */
export function columnsOf(list: Field): readonly Field[] {
  return list.fields.filter(
    (field) => !field.compute && !field.consent && !['attachment', 'group', 'rows'].includes(field.kind),
  );
}

/** What a spreadsheet puts on the clipboard: cells by tab, lines by line feed, cells with either in quotes. */
export function readTable(text: string, list: Field): readonly PastedRow[] {
  const lines = cellsOf(text).filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const columns = columnsOf(list);
  const heading = headingOf(lines[0] ?? [], columns);
  const body = heading === null ? lines : lines.slice(1);
  const order = heading ?? columns;
  return body.map((cells) => readRow(cells, order, columns));
}

/** The questions in the order of the first line, if more than half of its cells name one. */
function headingOf(cells: readonly string[], columns: readonly Field[]): readonly (Field | null)[] | null {
  const named = cells.map((cell) => columns.find(({ title }) => plain(title) === plain(cell)) ?? null);
  return named.filter((field) => field !== null).length * 2 > cells.length ? named : null;
}

function readRow(
  cells: readonly string[],
  order: readonly (Field | null)[],
  columns: readonly Field[],
): PastedRow {
  const answers: Record<string, unknown> = {};
  const unread: { field: Field; text: string }[] = [];
  const left: string[] = [];
  cells.forEach((cell, index) => {
    const text = cell.trim();
    if (text === '') return;
    const field = order[index];
    if (!field) {
      left.push(text);
      return;
    }
    const { value, understood } = readCell(field, text);
    answers[field.name] = value;
    if (!understood) unread.push({ field, text });
  });
  const missing = columns.filter((field) => field.required && isUnanswered(answers[field.name]));
  return { answers, unread, missing, left };
}

type Cell = { readonly value: unknown; readonly understood: boolean };

function readCell(field: Field, text: string): Cell {
  const reader = READERS[field.kind];
  return reader ? reader(field, text) : { value: normalizeInput(field, text), understood: true };
}

/** Texts need none: they are kept as they are, codes and readings the way we keep them. */
const READERS: Readonly<Partial<Record<Field['kind'], (field: Field, text: string) => Cell>>> = {
  number: readNumberCell,
  integer: readNumberCell,
  date(field, text) {
    const [year = '', month = '', day = ''] = normalizeInput(field, text).split('-');
    const value = readDate({ year, month, day }) ?? text;
    return { value, understood: isDay(value) };
  },
  boolean(_field, text) {
    const [yes, no] = [YES.has(plain(text)), NO.has(plain(text))];
    return { value: yes || no ? yes : undefined, understood: yes || no };
  },
  choice(field, text) {
    const option = optionFor(field, text);
    return { value: option?.value ?? text, understood: option !== undefined };
  },
  choices(field, text) {
    const options = text
      .split(/[、,;\n]/u)
      .filter((part) => part.trim() !== '')
      .map((part) => optionFor(field, part));
    const known = options.flatMap((option) => (option ? [option.value] : []));
    return { value: known.length > 0 ? known : undefined, understood: known.length === options.length };
  },
};

function readNumberCell(field: Field, text: string): Cell {
  const value = readNumber(text, field.unit);
  return { value, understood: typeof value === 'number' };
}

const YES = new Set(['はい', '有', 'あり', '有り', '○', '◯', '〇', '1', 'true', 'yes', 'y']);
const NO = new Set(['いいえ', '無', 'なし', '無し', '×', '✕', '0', 'false', 'no', 'n']);

function optionFor(field: Field, text: string): { readonly value: string | number } | undefined {
  const key = plain(text);
  return field.options?.find(({ value, title }) => plain(title) === key || plain(String(value)) === key);
}

/** Widths, spaces and case make no difference to what is recognised; answers are never written this way. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
}

/** RFC 4180 quoting with tabs, as Excel, Numbers, LibreOffice and Google Sheets copy. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const end = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
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
  return rows;
}
