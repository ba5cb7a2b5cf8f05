import type { Field, Form } from '../procedure/procedure.js';
import type { Answers } from './answers.js';
import { isUnanswered } from './is-unanswered.js';
import { ownValue } from './members.js';
import { movedRows, pairRows, type RowPair } from './pair-rows.js';
import { rowIds, withoutRowIds } from './row-ids.js';
import { sameAnswer } from './same-answer.js';
import { targetLabel } from './target-label.js';

export type AnswerChangeKind = 'added' | 'removed' | 'changed' | 'row-added' | 'row-removed' | 'row-moved';

/** One difference between two states of the same answers. */
export interface AnswerChange {
  /**
   * JSON Pointer into the answers after: `/sales/rows/1/amount`. A row that is gone has no place there and is named by
   * its id: `/sales/rows/@k3Yx`.
   */
  readonly path: string;
  /** Page, group, row and question as people read them: 「売上　月別売上（2行目）　金額」. */
  readonly label: string;
  readonly kind: AnswerChangeKind;
  /** Null where nothing was. Of a row: its answers, without its id. Of a moved row: its number, from 1. */
  readonly before: unknown;
  /** Null where nothing is any more. */
  readonly after: unknown;
}

/**
 * What differs between two sets of answers, question by question, in the order of the screen. Rows are matched by
 * their ids, so that one taken away is one change and not a change of all that follow it.
 */
export function diffAnswers(form: Form, before: Answers, after: Answers): readonly AnswerChange[] {
  const changes: AnswerChange[] = [];
  for (const page of form.pages) {
    inFields(page.fields, ownValue(before, page.name), ownValue(after, page.name), `/${page.name}`);
  }
  return changes;

  function inFields(fields: readonly Field[], was: unknown, is: unknown, parent: string): void {
    for (const field of fields) {
      inField(field, ownValue(was, field.name), ownValue(is, field.name), `${parent}/${field.name}`);
    }
  }

  function inField(field: Field, was: unknown, is: unknown, path: string): void {
    if (field.kind === 'group') inFields(field.fields, was, is, path);
    else if (field.kind === 'rows') inRows(field, rowsIn(was), rowsIn(is), path);
    else if (isUnanswered(was) && isUnanswered(is)) return;
    else if (!sameAnswer(was, is)) {
      const kind = isUnanswered(was) ? 'added' : isUnanswered(is) ? 'removed' : 'changed';
      changes.push({ path, label: targetLabel(form, path), kind, before: was ?? null, after: is ?? null });
    }
  }

  function inRows(field: Field, was: readonly unknown[], is: readonly unknown[], path: string): void {
    const pairs = pairRows(was, is);
    const moved = movedRows(pairs);
    for (const pair of pairs) {
      if (pair.before === null || pair.after === null) {
        changes.push(rowChange(pair, was, is, path));
        continue;
      }
      const at = `${path}/${pair.after}`;
      if (moved.has(pair.before)) {
        const [before, after] = [pair.before + 1, pair.after + 1];
        changes.push({ path: at, label: targetLabel(form, at), kind: 'row-moved', before, after });
      }
      inFields(field.fields, was[pair.before], is[pair.after], at);
    }
  }

  function rowChange(
    pair: RowPair,
    was: readonly unknown[],
    is: readonly unknown[],
    path: string,
  ): AnswerChange {
    if (pair.after !== null) {
      const at = `${path}/${pair.after}`;
      const row = withoutRowIds(is[pair.after] ?? null);
      return { path: at, label: targetLabel(form, at), kind: 'row-added', before: null, after: row };
    }
    const index = pair.before ?? 0;
    return {
      path: `${path}/@${rowIds(was)[index] ?? ''}`,
      label: targetLabel(form, `${path}/${index}`),
      kind: 'row-removed',
      before: withoutRowIds(was[index] ?? null),
      after: null,
    };
  }
}

function rowsIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
