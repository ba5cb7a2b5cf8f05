import type { Field, Form } from '../procedure/procedure.js';
import type { Answers } from './answers.js';
import { isUnanswered } from './is-unanswered.js';
import { isMembers, ownValue } from './members.js';
import type { Step } from './plan.js';

/**
 * Pointers of answers that differ though no correction was asked for them; empty when the applicant kept to the list.
 *
 * What follows from a correction may change: computed values, and questions that come or go because of it. A question
 * that was asked before and still is must keep its answer.
 *
 * @param targets JSON Pointers; one of a group, row or repeat covers all within
 */
export function changedOutsideTargets(
  form: Form,
  before: Answers,
  after: Answers,
  targets: readonly string[],
): readonly string[] {
  const follows = followers(form, targets);
  const changed: string[] = [];
  for (const page of form.pages) {
    compareFields(page.fields, ownValue(before, page.name), ownValue(after, page.name), `/${page.name}`);
  }
  return changed;

  function compareFields(fields: readonly Field[], was: unknown, is: unknown, parent: string): void {
    for (const field of fields) {
      if (field.compute) continue;
      compareField(field, ownValue(was, field.name), ownValue(is, field.name), `${parent}/${field.name}`);
    }
  }

  function compareField(field: Field, was: unknown, is: unknown, pointer: string): void {
    if (targets.some((target) => pointer === target || pointer.startsWith(`${target}/`))) return;
    if (isUnanswered(was) && isUnanswered(is)) return;
    if (field.kind === 'group') {
      compareFields(field.fields, was, is, pointer);
      return;
    }
    const comesOrGoes = isUnanswered(was) || isUnanswered(is);
    if (comesOrGoes && follows.has(templateOf(pointer))) return;
    if (field.kind === 'rows' && Array.isArray(was) && Array.isArray(is) && was.length === is.length) {
      was.forEach((row: unknown, index) => {
        const rowPointer = `${pointer}/${index}`;
        if (targets.includes(rowPointer)) return;
        if (isMembers(row) || isMembers(is[index])) compareFields(field.fields, row, is[index], rowPointer);
      });
      return;
    }
    if (JSON.stringify(was) !== JSON.stringify(is)) changed.push(pointer);
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
