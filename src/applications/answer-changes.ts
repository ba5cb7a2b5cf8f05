import { isDeepStrictEqual } from 'node:util';
import { type Answers, type Field, type Form, targetLabel } from '#engine';
import type { DeskApplicationView } from './application.dto.js';

type Change = DeskApplicationView['changes'][number];

/** What differs between two submissions, question by question; a row that came or went is one change. */
export function answerChanges(form: Form, before: Answers, after: Answers): Change[] {
  return form.pages.flatMap((page) =>
    inFields(form, page.fields, before[page.name], after[page.name], `/${page.name}`),
  );
}

function inFields(
  form: Form,
  fields: readonly Field[],
  before: unknown,
  after: unknown,
  at: string,
): Change[] {
  return fields.flatMap((field): Change[] => {
    const path = `${at}/${field.name}`;
    const [was, is] = [member(before, field.name), member(after, field.name)];
    if (isDeepStrictEqual(was, is)) return [];
    if (field.kind === 'group') return inFields(form, field.fields, was, is, path);
    if (field.kind === 'rows') return inRows(form, field, was, is, path);
    return [change(form, path, was, is)];
  });
}

function inRows(form: Form, field: Field, before: unknown, after: unknown, path: string): Change[] {
  const [was, is] = [rowsOf(before), rowsOf(after)];
  return Array.from({ length: Math.max(was.length, is.length) }, (_, index) => {
    const at = `${path}/${index}`;
    return index < was.length && index < is.length
      ? inFields(form, field.fields, was[index], is[index], at)
      : [change(form, at, was[index], is[index])];
  }).flat();
}

function change(form: Form, path: string, before: unknown, after: unknown): Change {
  return { path, label: targetLabel(form, path), before: before ?? null, after: after ?? null };
}

function rowsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}
