import type { Field, Form } from '../procedure/procedure.js';
import type { Answers } from './answers.js';
import { isUnanswered } from './is-unanswered.js';
import { isMembers, ownValue } from './members.js';
import { ROW_ID, rowIds } from './row-ids.js';

export interface CopiedAnswers {
  readonly answers: Record<string, unknown>;
  /** Dotted paths of the questions that got an answer. */
  readonly paths: readonly string[];
}

/**
 * What a new application takes over from a former one. Asked anew are
 *
 * - consents: nobody agrees by what they agreed to before;
 * - what is computed, and answers that the form no longer takes;
 * - files, but those of questions with `x-attachment.reuse`;
 * - repeats about days: those whose rows hold a date, and those of one row for each value (`oneRowPer`). They tell of a
 *   period, and the next one is another.
 *
 * @param files id of a former file → id of its copy
 */
export function copyAnswers(form: Form, former: Answers, files: ReadonlyMap<string, string>): CopiedAnswers {
  const paths: string[] = [];
  const answers: Record<string, unknown> = {};
  for (const page of form.pages) {
    const copied = inFields(page.fields, ownValue(former, page.name), `/${page.name}`, page.ui);
    if (Object.keys(copied).length > 0) answers[page.name] = copied;
  }
  return { answers, paths };

  /** @param template pointer with `*` for the row, by which the plan knows a field */
  function inFields(
    fields: readonly Field[],
    here: unknown,
    template: string,
    ui: unknown,
  ): Record<string, unknown> {
    const copied: Record<string, unknown> = {};
    for (const field of fields) {
      const look = ownValue(ui, field.name);
      const value = inField(field, ownValue(here, field.name), `${template}/${field.name}`, look);
      if (value !== undefined) copied[field.name] = value;
    }
    return copied;
  }

  function inField(field: Field, value: unknown, template: string, ui: unknown): unknown {
    if (field.consent || field.compute || field.fromApplication || isUnanswered(value)) return undefined;
    if (field.kind === 'group') {
      const inside = inFields(field.fields, value, template, ui);
      return Object.keys(inside).length > 0 ? inside : undefined;
    }
    const copied = copyOf(field, value, template, ui);
    if (isUnanswered(copied)) return undefined;
    paths.push(field.path);
    return copied;
  }

  function copyOf(field: Field, value: unknown, template: string, ui: unknown): unknown {
    if (field.kind === 'rows') return isOfDays(field, ui) ? undefined : rowsOf(field, value, template, ui);
    if (field.kind === 'attachment') return field.attachment?.reuse ? filesOf(value) : undefined;
    return form.plan.byPointer.get(template)?.accepts(value) === true ? value : undefined;
  }

  function filesOf(value: unknown): readonly string[] {
    return Array.isArray(value) ? value.flatMap((id: unknown) => files.get(String(id)) ?? []) : [];
  }

  function rowsOf(field: Field, value: unknown, template: string, ui: unknown): unknown {
    if (!Array.isArray(value)) return undefined;
    const rows = value.slice(0, Number(field.schema['maxItems'])).filter(isMembers);
    const ids = rowIds(rows);
    return rows.map((row, index) => ({
      [ROW_ID]: ids[index],
      ...inFields(field.fields, row, `${template}/*`, ownValue(ui, 'items')),
    }));
  }
}

function isOfDays(field: Field, ui: unknown): boolean {
  const oneRowPer = ownValue(ownValue(ui, 'ui:options'), 'oneRowPer');
  return oneRowPer !== undefined || field.fields.some(({ kind }) => kind === 'date');
}

/** Ids of the files that answers may take along. */
export function reusableFiles(form: Form, former: Answers): readonly string[] {
  const found: string[] = [];
  for (const field of form.fields.values()) {
    if (field.attachment?.reuse !== true || field.path.includes('[]')) continue;
    const value = field.path.split('.').reduce<unknown>(ownValue, former);
    if (Array.isArray(value)) found.push(...value.map(String));
  }
  return found;
}
