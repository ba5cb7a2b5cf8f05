import type { Field, Form } from '../procedure/procedure.js';
import type { Answers } from './answers.js';
import { isUnanswered } from './is-unanswered.js';
import { isMembers, ownValue } from './members.js';
import { movedRows, pairRows } from './pair-rows.js';
import type { Step } from './plan.js';
import { resolvePointer } from './resolve-pointer.js';
import { sameAnswer } from './same-answer.js';

/**
 * Pointers of answers that differ though no correction was asked for them; empty when the applicant kept to the list.
 *
 * What follows from a correction may change: computed values, and questions that come or go because of it. A question
 * that was asked before and still is must keep its answer. Rows are added, removed and moved only where the whole
 * repeat was asked for.
 *
 * @param targets JSON Pointers into the answers before, rows by number or by id; one of a group, row or repeat covers
 *   all within
 */
export function changedOutsideTargets(
  form: Form,
  before: Answers,
  after: Answers,
  targets: readonly string[],
): readonly string[] {
  const asked = targets.map((target) => resolvePointer(form, before, target)?.pointer ?? target);
  const follows = followers(form, asked);
  const changed: string[] = [];
  for (const page of form.pages) {
    compareFields(page.fields, ownValue(before, page.name), ownValue(after, page.name), `/${page.name}`);
  }
  return changed;

  function isAsked(pointer: string): boolean {
    return asked.some((target) => pointer === target || pointer.startsWith(`${target}/`));
  }

  function compareFields(fields: readonly Field[], was: unknown, is: unknown, parent: string): void {
    for (const field of fields) {
      if (field.compute || field.fromApplication) continue;
      compareField(field, ownValue(was, field.name), ownValue(is, field.name), `${parent}/${field.name}`);
    }
  }

  function compareField(field: Field, was: unknown, is: unknown, pointer: string): void {
    if (isAsked(pointer) || (isUnanswered(was) && isUnanswered(is))) return;
    if (field.kind === 'group') {
      compareFields(field.fields, was, is, pointer);
      return;
    }
    const comesOrGoes = isUnanswered(was) || isUnanswered(is);
    if (comesOrGoes && follows.has(templateOf(pointer))) return;
    if (field.kind === 'rows' && Array.isArray(was) && Array.isArray(is)) {
      compareRows(field, was, is, pointer);
    } else if (!sameAnswer(was, is)) changed.push(pointer);
  }

  /** Rows that stayed have one place before and after, so one pointer names both. */
  function compareRows(field: Field, was: readonly unknown[], is: readonly unknown[], pointer: string): void {
    const pairs = pairRows(was, is);
    if (pairs.some((pair) => pair.before === null || pair.after === null) || movedRows(pairs).size > 0) {
      changed.push(pointer);
      return;
    }
    was.forEach((row, index) => {
      const rowPointer = `${pointer}/${index}`;
      if (isAsked(rowPointer)) return;
      if (isMembers(row) || isMembers(is[index])) compareFields(field.fields, row, is[index], rowPointer);
    });
  }
}

/** Pointers, rows written `*`, of everything whose being asked depends on a target, however indirectly. */
function followers({ plan }: Form, targets: readonly string[]): ReadonlySet<string> {
  const templates = targets.map(templateOf);
  const touched = new Set<Step>();
  const pointers = new Set<string>();
  for (const [pointer, step] of plan.byPointer) {
    if (templates.some((target) => pointer === target || pointer.startsWith(`${target}/`))) touched.add(step);
  }
  const templateOfStep = new Map([...plan.byPointer].map(([pointer, step]) => [step, pointer]));
  // Steps come after what they need, so one pass reaches everything.
  for (const step of plan.steps) {
    const needs = plan.needs.get(step) ?? new Set();
    if (![...needs].some((needed) => touched.has(needed))) continue;
    touched.add(step);
    pointers.add(templateOfStep.get(step) ?? '');
  }
  return pointers;
}

function templateOf(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/|$)/, '/*');
}
