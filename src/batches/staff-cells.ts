import { type Action, type Field, normalizeInput } from '#engine';
import { columnKey } from '../files/table-cells.js';
import { done, type Outcome, refuse } from '../http/refusal.js';

/** A question of an action to the official, as a column of a table. */
export interface StaffColumn {
  readonly name: string;
  readonly title: string;
  readonly required: boolean;
  readonly type: string;
  readonly isDate: boolean;
  /** Of a choice; null for what is none. */
  readonly options: readonly { readonly value: string; readonly title: string }[] | null;
}

/** @param action with titles in the language of the columns */
export function staffColumns({ requires }: Pick<Action, 'requires'>): readonly StaffColumn[] {
  const required = listOf(requires.fields?.['required']);
  return Object.entries(recordOf(requires.fields?.['properties'])).map(([name, value]) => {
    const field = recordOf(value);
    const title = field['title'];
    const named = listOf(field['oneOf']).map(recordOf);
    const plain = listOf(field['enum']).map(String);
    const options =
      named.length > 0
        ? named.map((option) => ({ value: String(option['const']), title: String(option['title']) }))
        : plain.map((option) => ({ value: option, title: option }));
    return {
      name,
      title: typeof title === 'string' ? title : name,
      required: required.includes(name),
      type: String(field['type']),
      isDate: field['format'] === 'date',
      options: options.length > 0 ? options : null,
    };
  });
}

/**
 * Cells of one application as answers to the questions of an action.
 *
 * @param cells by `columnKey` of the title
 * @param languages the same questions with their titles in each language
 */
export function readStaffCells(
  cells: Readonly<Record<string, string>>,
  languages: readonly (readonly StaffColumn[])[],
): Outcome<Readonly<Record<string, unknown>>> {
  const values: Record<string, unknown> = {};
  for (const columns of languages) {
    for (const column of columns) {
      const cell = cells[columnKey(column.title)] ?? cells[columnKey(column.name)];
      if (cell === undefined || Object.hasOwn(values, column.name)) continue;
      const value = valueOf(column, cell, languages);
      if (value === undefined)
        return refuse('batch-cell-wrong', {
          params: { column: column.title, cell: cell.slice(0, 60), expected: expectedIn(column) },
        });
      values[column.name] = value;
    }
  }
  return done(values);
}

/** Are there cells for this question? */
export function hasColumn(keys: ReadonlySet<string>, { name, title }: StaffColumn): boolean {
  return keys.has(columnKey(title)) || keys.has(columnKey(name));
}

const yes = /^(はい|有|あり|○|〇|済|true|yes|y|1)$/i;
const no = /^(いいえ|無|なし|×|未|false|no|n|0)$/i;

/** What may be written into a column, for people. */
export function expectedIn({ type, isDate, options }: StaffColumn): string {
  if (options) return options.map(({ title }) => title).join(' / ');
  if (type === 'boolean') return 'はい / いいえ（yes / no）';
  if (type === 'integer' || type === 'number') return '1517000';
  return isDate ? '2026-04-01' : '';
}

/** Undefined where the cell cannot be read; whether the value may be kept is the engine's to say. */
function valueOf(
  { name, type, isDate, options }: StaffColumn,
  cell: string,
  languages: readonly (readonly StaffColumn[])[],
): unknown {
  if (options) {
    const all = languages.flatMap((columns) => columns.find((column) => column.name === name)?.options ?? []);
    const key = columnKey(cell);
    return all.find((option) => columnKey(option.title) === key || columnKey(option.value) === key)?.value;
  }
  if (type === 'boolean') return yes.test(cell) ? true : no.test(cell) ? false : undefined;
  if (type === 'integer' || type === 'number') {
    const text = normalizeInput(of('number'), cell);
    return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
  }
  if (!isDate) return cell;
  const day = normalizeInput(of('date'), cell);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined;
}

function of(kind: Field['kind']): Pick<Field, 'kind' | 'format'> {
  return { kind, format: null };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
