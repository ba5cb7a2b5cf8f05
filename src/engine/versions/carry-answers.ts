import type { Answers } from '../answers/answers.js';
import { isUnanswered } from '../answers/is-unanswered.js';
import { isMembers } from '../answers/members.js';
import type { PlanStep } from './plan.js';

/**
 * The answers as the steps of a plan carry them over: dropped ones are out, renamed ones at their new place, mapped
 * ones translated, defaults where nothing was. All renames happen at once, so two fields may trade their names. What
 * the answers were is not touched.
 */
export function carryAnswers(answers: Answers, steps: readonly PlanStep[]): Record<string, unknown> {
  const carried = copyOf(answers) as Members;
  for (const step of steps) if ('drop' in step) take(carried, step.drop);
  const renames = steps.flatMap((step) => ('rename' in step ? [step.rename] : []));
  // What lies deeper leaves before its container does, and arrives after it.
  const taken = [...renames]
    .sort((a, b) => depthOf(b.from) - depthOf(a.from))
    .map(({ from, to }) => ({ to, values: take(carried, from) }))
    .sort((a, b) => depthOf(a.to) - depthOf(b.to));
  for (const { to, values } of taken) for (const value of values) put(carried, to, value);
  for (const step of steps) {
    if ('map' in step) mapValues(carried, step.map);
    if ('default' in step) fillIn(carried, step.default);
  }
  return carried;
}

type Members = Record<string, unknown>;

interface Taken {
  /** Number of the row it was in; null outside of a repeat. */
  readonly row: number | null;
  readonly value: unknown;
}

/** A place where a field's answer is or would be. */
interface Seat {
  readonly container: Members;
  readonly row: number | null;
}

function take(answers: Members, path: string): readonly Taken[] {
  const name = nameOf(path);
  return seats(answers, path, false).flatMap(({ container, row }) => {
    if (!Object.hasOwn(container, name)) return [];
    const value = container[name];
    Reflect.deleteProperty(container, name);
    return [{ row, value }];
  });
}

function put(answers: Members, path: string, { row, value }: Taken): void {
  const seat = seats(answers, path, true).find((candidate) => candidate.row === row);
  // A row that is not there has no seat; the caller finds the answer missing.
  if (seat) seat.container[nameOf(path)] = value;
}

function mapValues(answers: Members, { field, values }: { field: string; values: Readonly<Members> }): void {
  const translate = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(translate);
    const key = typeof value === 'object' ? null : String(value);
    return key !== null && Object.hasOwn(values, key) ? values[key] : value;
  };
  const name = nameOf(field);
  for (const { container } of seats(answers, field, false)) {
    if (Object.hasOwn(container, name)) container[name] = translate(container[name]);
  }
}

function fillIn(answers: Members, { field, value }: { field: string; value: unknown }): void {
  const name = nameOf(field);
  for (const { container } of seats(answers, field, true)) {
    if (!Object.hasOwn(container, name) || isUnanswered(container[name])) container[name] = value;
  }
}

/** The objects that hold, or would hold, the answer: one, or one for each row. */
function seats(answers: Members, path: string, create: boolean): readonly Seat[] {
  return path
    .split('.')
    .slice(0, -1)
    .reduce<readonly Seat[]>(
      (found, step) => found.flatMap((seat) => inside(seat, step, create)),
      [{ container: answers, row: null }],
    );
}

function inside({ container, row }: Seat, step: string, create: boolean): readonly Seat[] {
  const name = step.replace('[]', '');
  const value = Object.hasOwn(container, name) ? container[name] : undefined;
  if (step.endsWith('[]')) {
    if (!Array.isArray(value)) return [];
    return value.flatMap((item: unknown, index) =>
      isMembers(item) ? [{ container: item as Members, row: index }] : [],
    );
  }
  if (isMembers(value)) return [{ container: value as Members, row }];
  if (!create || !isUnanswered(value)) return [];
  const made: Members = {};
  container[name] = made;
  return [{ container: made, row }];
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isMembers(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, copyOf(item)]));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function depthOf(path: string): number {
  return path.split('.').length;
}
