import type { Field, Form } from '../procedure/procedure.js';
import type { Answers } from './answers.js';
import { isMembers, ownValue } from './members.js';

/** The member of a row that names it for good. No field can have that name: those begin with a letter. */
export const ROW_ID = '_id';

/** What a row may be called. Beside the browser's own, `r1`, `r2` … are given to rows that come without. */
export const ROW_ID_PATTERN = '^[A-Za-z0-9_-]{2,36}$';
const ROW_ID_SHAPE = new RegExp(ROW_ID_PATTERN, 'u');

export function isRowId(value: unknown): value is string {
  return typeof value === 'string' && ROW_ID_SHAPE.test(value);
}

/** The id that a row brings; null when it has none, or none that can be used. */
export function ownRowId(row: unknown): string | null {
  const id = ownValue(row, ROW_ID);
  return isRowId(id) ? id : null;
}

/**
 * The id of each row: its own, or the next `r<n>` that is free. The same rows get the same ids, so a program that
 * sends none can still be told of one row twice. A row whose id another has already is one without.
 */
export function rowIds(rows: readonly unknown[]): readonly string[] {
  const taken = new Set<string>();
  const own = rows.map((row) => {
    const id = ownRowId(row);
    if (id === null || taken.has(id)) return null;
    taken.add(id);
    return id;
  });
  let next = 1;
  return own.map((id) => {
    if (id !== null) return id;
    while (taken.has(`r${next}`)) next += 1;
    const free = `r${next}`;
    taken.add(free);
    return free;
  });
}

/** The same answers with an id on every row. What is not of the form's shape stays as it is. */
export function withRowIds(form: Form, answers: Answers): Record<string, unknown> {
  const pages = form.pages.map((page) => [page.name, inMembers(page.fields, answers[page.name])] as const);
  return { ...answers, ...Object.fromEntries(pages.filter(([name]) => Object.hasOwn(answers, name))) };
}

/** The same value without the id of any row in it. */
export function withoutRowIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutRowIds);
  if (!isMembers(value)) return value;
  const members = Object.entries(value).filter(([name]) => name !== ROW_ID);
  return Object.fromEntries(members.map(([name, inner]) => [name, withoutRowIds(inner)]));
}

function inMembers(fields: readonly Field[], given: unknown): unknown {
  if (!isMembers(given)) return given;
  const changed = fields.flatMap((field): (readonly [string, unknown])[] => {
    const value = ownValue(given, field.name);
    if (field.kind === 'group') return isMembers(value) ? [[field.name, inMembers(field.fields, value)]] : [];
    if (field.kind !== 'rows' || !Array.isArray(value)) return [];
    const ids = rowIds(value);
    const rows = value.map((row: unknown, index) =>
      isMembers(row) ? { ...row, [ROW_ID]: ids[index] } : row,
    );
    return [[field.name, rows]];
  });
  return { ...given, ...Object.fromEntries(changed) };
}
