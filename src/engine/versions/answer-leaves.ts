import { isUnanswered } from '../answers/is-unanswered.js';
import { isMembers, ownValue } from '../answers/members.js';
import type { Answers } from '../answers/answers.js';
import { ROW_ID } from '../answers/row-ids.js';
import type { Field, Form } from '../procedure/procedure.js';

/** One answer with its place. A list of choices or of files is one answer. */
export interface Leaf {
  /** JSON Pointer, rows by number. */
  readonly pointer: string;
  /** Path of the field, `sales.rows[].amount`. */
  readonly path: string;
  readonly field: Field;
  readonly value: unknown;
}

/** Every answer there is, computed values too, in the order of the screen. */
export function answerLeaves(form: Form, answers: Answers): readonly Leaf[] {
  return form.pages.flatMap((page) => leavesOf(page.fields, ownValue(answers, page.name), `/${page.name}`));
}

function leavesOf(fields: readonly Field[], given: unknown, parent: string): readonly Leaf[] {
  return fields.flatMap((field): readonly Leaf[] => {
    const value = ownValue(given, field.name);
    const pointer = `${parent}/${field.name}`;
    if (isUnanswered(value)) return [];
    if (field.kind === 'group' && isMembers(value)) return leavesOf(field.fields, value, pointer);
    if (field.kind === 'rows' && Array.isArray(value)) {
      return value.flatMap((row: unknown, index) => leavesOf(field.fields, row, `${pointer}/${index}`));
    }
    return [{ pointer, path: field.path, field, value }];
  });
}

/** Pointers of what no question of the form stands for: nobody could see it, and nobody can have meant it. */
export function foreignMembers(form: Form, answers: Answers): readonly string[] {
  return Object.entries(answers).flatMap(([name, value]) => {
    const page = form.pages.find((candidate) => candidate.name === name);
    return page && isMembers(value) ? foreignIn(page.fields, value, `/${name}`) : [`/${name}`];
  });
}

function foreignIn(fields: readonly Field[], given: unknown, parent: string): readonly string[] {
  if (!isMembers(given)) return isUnanswered(given) ? [] : [parent];
  return Object.entries(given).flatMap(([name, value]): readonly string[] => {
    const field = fields.find((candidate) => candidate.name === name);
    const pointer = `${parent}/${name}`;
    if (!field) return name === ROW_ID ? [] : [pointer];
    if (field.kind === 'group' && isMembers(value)) return foreignIn(field.fields, value, pointer);
    if (field.kind !== 'rows' || !Array.isArray(value)) return [];
    return value.flatMap((row: unknown, index) => foreignIn(field.fields, row, `${pointer}/${index}`));
  });
}

/** The value at a JSON Pointer of names and row numbers; undefined where there is none. */
export function valueAt(answers: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (value, step) => (Array.isArray(value) ? (value[Number(step)] as unknown) : ownValue(value, step)),
      answers,
    );
}

/** The same place under another path: rows keep their numbers. */
export function pointerUnder(path: string, pointer: string): string {
  const rows = [...pointer.matchAll(/\/(\d+)(?=\/|$)/g)].map(([, row]) => row ?? '');
  const steps = path
    .split('.')
    .map((step) => (step.endsWith('[]') ? `${step.slice(0, -2)}/${rows.shift() ?? '0'}` : step));
  return `/${steps.join('/')}`;
}
