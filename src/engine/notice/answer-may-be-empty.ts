import type { Expression, Facts } from '../expression/index.js';
import type { Field, Form } from '../procedure/procedure.js';
import { canComeOutEmpty } from './can-come-out-empty.js';
import type { Guard } from './compile-template.js';

/**
 * Can an answer be missing although the guards hold? An answer is there when it is required and asked; it is known to
 * be asked when a guard reads it, or repeats the condition under which it is asked.
 *
 * @param path dotted from the root, `[]` after a repeat whose row is being printed
 */
export function answerMayBeEmpty(
  form: Form,
  samples: Facts,
  path: string,
  guards: readonly Guard[],
): boolean {
  if (guards.some((guard) => guard.reads.includes(path))) return false;
  const chain = fieldChain(form, path);
  const field = chain?.fields.at(-1);
  if (!chain || !field) return false;
  const conditions = [...chain.conditions, ...chain.fields.map((step) => step.askWhen)];
  if (conditions.some((condition) => condition !== null && !isGuarded(condition, guards))) return true;
  if (field.kind === 'group' || field.required) return false;
  return field.compute ? computedMayBeEmpty(form, samples, field.compute, guards) : true;
}

function computedMayBeEmpty(
  form: Form,
  samples: Facts,
  compute: Expression,
  guards: readonly Guard[],
): boolean {
  // A compiled form has no cycles, so asking for what a computed value reads comes to an end.
  const optional = compute.reads.filter((read) => answerMayBeEmpty(form, samples, read, guards));
  return optional.length > 0 && canComeOutEmpty(compute, optional, form.scope, samples);
}

function isGuarded(condition: Expression, guards: readonly Guard[]): boolean {
  const source = squeeze(condition.source);
  return guards.some((guard) => squeeze(guard.source) === source);
}

function squeeze(source: string): string {
  return source.replace(/\s+/g, ' ').trim();
}

interface Chain {
  /** The page's condition; empty inside a row, whose existence shows that its page was asked. */
  readonly conditions: readonly (Expression | null)[];
  readonly fields: readonly Field[];
}

/**
 * The fields from the page (or from the innermost row) down to the one named. A path that goes through a repeat
 * without a row (`sales.rows.amount`) prints a list, and stands or falls with the repeat.
 */
function fieldChain(form: Form, path: string): Chain | undefined {
  const steps = path.split('.');
  const page = form.pages.find((candidate) => candidate.name === steps[0]);
  if (!page) return undefined;
  const fields: Field[] = [];
  for (let length = 2; length <= steps.length; length++) {
    const name = steps.slice(0, length).join('.');
    const field = form.fields.get(name.replace(/\[\]$/, ''));
    if (!field) break;
    fields.push(field);
    if (field.kind === 'rows' && !name.endsWith('[]')) break;
  }
  const rows = fields.filter((field) => path.startsWith(`${field.path}[]`));
  const row = rows.at(-1);
  if (!row) return { conditions: [page.askWhen], fields };
  return { conditions: [], fields: fields.slice(fields.indexOf(row) + 1) };
}
