import type { Field, Form } from '../procedure/procedure.js';
import type { Answers } from './answers.js';
import { isMembers, ownValue } from './members.js';
import { ownRowId, rowIds } from './row-ids.js';

/** A place in the answers that exists in the form, and whose rows exist in the answers. */
export interface ResolvedPointer {
  /** JSON Pointer with rows by number, as everything else in the engine names them: `/sales/rows/0/amount`. */
  readonly pointer: string;
  /** Dotted path of the field: `sales.rows[].amount`. For a row itself that of its repeat: `sales.rows`. */
  readonly path: string;
  readonly field: Field;
  /** The pointer is one row of the repeat `field`. */
  readonly isRow: boolean;
  /** What is answered there; undefined where nothing is. */
  readonly value: unknown;
}

const ROW_STEP = /^(?:\d+|@[A-Za-z0-9_-]+)$/;

/**
 * Finds a place that may name its row by number or by id: `/sales/rows/0/amount`, `/sales/rows/@k3Yx/amount`. A row
 * keeps its id when rows before it come and go, so what must last names rows by id.
 *
 * @returns null for an unknown field, for a page, and for a row that is not there
 */
export function resolvePointer(form: Form, answers: Answers, pointer: string): ResolvedPointer | null {
  if (!pointer.startsWith('/')) return null;
  const steps = pointer.slice(1).split('/');
  const isRow = steps.length > 1 && ROW_STEP.test(steps.at(-1) ?? '');
  const path = fieldPathAt(pointer).replace(isRow ? /\[\]$/ : /$^/, '');
  const field = form.fields.get(path);
  if (!field || (isRow && field.kind !== 'rows')) return null;
  let value: unknown = answers;
  const plain: string[] = [];
  for (const step of steps) {
    if (!ROW_STEP.test(step)) {
      value = ownValue(value, step);
      plain.push(step);
      continue;
    }
    const index = rowNumber(value, step);
    if (index === null) return null;
    value = (value as readonly unknown[])[index];
    plain.push(String(index));
  }
  return { pointer: `/${plain.join('/')}`, path, field, isRow, value };
}

/** `/sales/rows/0/amount`, `/sales/rows/@k3Yx/amount` → `sales.rows[].amount`, the way a field is named. */
export function fieldPathAt(pointer: string): string {
  return pointer
    .slice(1)
    .split('/')
    .map((step) => (ROW_STEP.test(step) ? '[]' : `.${step}`))
    .join('')
    .slice(1);
}

/** The same place with its row named by id, where the row has one of its own. */
export function stablePointer(answers: Answers, pointer: string): string {
  let value: unknown = answers;
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => {
      const row = Array.isArray(value) ? (value as readonly unknown[])[rowNumber(value, step) ?? -1] : null;
      const id = ownRowId(row);
      value = Array.isArray(value) ? row : ownValue(value, step);
      return id === null ? step : `@${id}`;
    });
  return `/${steps.join('/')}`;
}

function rowNumber(rows: unknown, step: string): number | null {
  if (!Array.isArray(rows)) return null;
  const index = step.startsWith('@') ? rowIds(rows).indexOf(step.slice(1)) : Number(step);
  return index >= 0 && index < rows.length && isMembers(rows[index]) ? index : null;
}
