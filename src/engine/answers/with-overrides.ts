import { EvaluationError, type Facts, toJson } from '../expression/index.js';
import type { Form, IsoDate } from '../procedure/procedure.js';
import type { Answers } from './answers.js';
import { isMembers } from './members.js';
import type { Step } from './plan.js';
import { storable } from './storable.js';

type Members = Record<string, unknown>;

/**
 * The answers with other values where something was computed, and with everything that is computed from these made
 * anew. What was given, and what is computed from other answers alone, stays as it is.
 *
 * @param values dotted path of a computed question outside of repeats → its value
 * @param today the day that counted when the answers were submitted
 */
export function withOverrides(
  form: Form,
  answers: Answers,
  values: ReadonlyMap<string, unknown>,
  today: IsoDate,
): Answers {
  if (values.size === 0) return answers;
  const copy = structuredCopy(answers);
  const { plan } = form;
  const touched = new Set<Step>();
  for (const step of plan.steps) {
    const path = step.repeat ? '' : step.pointer.slice(1).replaceAll('/', '.');
    if (values.has(path)) {
      touched.add(step);
      put(copy, step.pointer, values.get(path));
    } else if (step.compute && [...(plan.needs.get(step) ?? [])].some((need) => touched.has(need))) {
      touched.add(step);
      if (!step.repeat) computeAt(step, copy, step.pointer, {});
      else
        rowsAt(copy, step.repeat.pointer).forEach((row) => {
          if (isMembers(row)) computeAt(step, row, step.pointer, { row });
        });
    }
  }
  return copy;

  function computeAt(step: Step, container: Members, pointer: string, more: Facts): void {
    if (!step.compute || valueAt(container, pointer) === undefined) return;
    put(
      container,
      pointer,
      orNull(() => storable(toJson(evaluated(step, more)), step)),
    );
  }

  function evaluated(step: Step, more: Facts) {
    return step.compute ? step.compute.evaluate({ ...copy, today, tables: form.tables, ...more }) : null;
  }
}

/**
 * The dotted paths of everything that a computed question is made from, over other computed ones and the conditions
 * under which they are asked; itself included. A question of a repeat stands for all its rows: `sales.rows[].amount`.
 */
export function sourcesOf(form: Form, path: string): ReadonlySet<string> {
  const { plan } = form;
  const first = plan.steps.find((step) => step.field?.path === path);
  const found = new Set<Step>(first ? [first] : []);
  for (const step of found) for (const need of plan.needs.get(step) ?? []) found.add(need);
  return new Set([...found].flatMap(({ field, kind }) => (field && kind !== 'group' ? [field.path] : [])));
}

function orNull(evaluate: () => unknown): unknown {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof EvaluationError) return null;
    throw error;
  }
}

function put(root: Members, pointer: string, value: unknown): void {
  const cut = pointer.lastIndexOf('/');
  const [owner, name] = [cut === 0 ? root : valueAt(root, pointer.slice(0, cut)), pointer.slice(cut + 1)];
  if (!isMembers(owner)) return;
  if (value === null || value === undefined) Reflect.deleteProperty(owner, name);
  else Reflect.set(owner, name, value);
}

function valueAt(root: Members, pointer: string): unknown {
  const steps = pointer.slice(1).split('/');
  return steps.reduce<unknown>((inside, step) => (isMembers(inside) ? inside[step] : undefined), root);
}

function rowsAt(root: Members, pointer: string): readonly unknown[] {
  const rows = valueAt(root, pointer);
  return Array.isArray(rows) ? rows : [];
}

function structuredCopy(answers: Answers): Members {
  const copied = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(copied)
      : isMembers(value)
        ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copied(member)]))
        : value;
  return copied(answers) as Members;
}
