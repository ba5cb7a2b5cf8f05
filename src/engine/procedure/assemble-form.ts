import type { CheckPlan } from '../answers/plan.js';
import type { Scope } from '../expression/index.js';
import type { Problem } from '../problem.js';
import { type Node, orderSteps, stepsByPointer } from './build-plan.js';
import { FrozenMap } from './freeze.js';
import type { Field, Form, Page, Tables } from './procedure.js';

interface Parts {
  readonly id: string;
  readonly pages: readonly Page[];
  /** Of the pages, in the order of the screen. */
  readonly nodes: readonly Node[];
  readonly checks: readonly CheckPlan[];
  readonly tables: Tables;
  readonly scope: Scope;
}

/** Puts the parts of a form together; a circle among its expressions goes to `problems`. */
export function assembleForm({ id, pages, nodes, checks, tables, scope }: Parts, problems: Problem[]): Form {
  const fields = pages.flatMap((page) => page.fields.flatMap(withChildren));
  return {
    id,
    pages,
    fields: new FrozenMap(fields.map((field) => [field.path, field])),
    checks: checks.map((item) => item.check),
    tables,
    scope,
    plan: {
      ...orderSteps(nodes, problems),
      slots: nodes.filter((node) => node.step.slot >= 0).length,
      checks,
      pages,
      pageNames: new Set(pages.map((page) => page.name)),
      byPointer: stepsByPointer(nodes),
    },
  };
}

function withChildren(field: Field): readonly Field[] {
  return [field, ...field.fields.flatMap(withChildren)];
}
