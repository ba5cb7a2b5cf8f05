import type { ParsedTable } from '../../../src/engine/procedure/parse-table.js';
import { parseTable } from '../../../src/engine/procedure/parse-table.js';
import type { Procedure } from '../../../src/engine/procedure/procedure.js';
import { compileWorkflow } from '../../../src/engine/workflow/compile-workflow.js';
import type { Actor } from '../../../src/engine/workflow/review-state.js';
import { smallForm, smallNames, smallProcedure, smallWorkflow } from './small-procedure.js';

/** A member of the small workflow and what stands there instead; `undefined` takes it away. */
export type Changes = Readonly<Record<string, unknown>>;

/** The small workflow with members set by path, `stages.decision.approvers`. */
export function changed(changes: Changes): unknown {
  const copy = structuredClone(smallWorkflow) as unknown as Record<string, unknown>;
  for (const [path, value] of Object.entries(changes)) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    const at = steps.reduce((owner, step) => (owner[step] ??= {}) as Record<string, unknown>, copy);
    if (value === undefined) Reflect.deleteProperty(at, last);
    else at[last] = value;
  }
  return copy;
}

/** Compiles the changed workflow beside tables given as `routing: 'kind,to\n…'`. */
export function compileChanged(changes: Changes, tables: Readonly<Record<string, string>> = {}) {
  const parsed = Object.entries(tables).map(([name, csv]): [string, ParsedTable] => [
    name,
    parseTable(`tables/${name}.csv`, csv).table,
  ]);
  return compileWorkflow(JSON.stringify(changed(changes)), {
    scope: smallForm.scope,
    tables: Object.fromEntries(parsed),
    ...smallNames,
  });
}

/** The small procedure with a changed circuit. */
export function circuit(changes: Changes, tables: Readonly<Record<string, string>> = {}): Procedure {
  const { workflow, problems } = compileChanged(changes, tables);
  if (!workflow) throw new Error(JSON.stringify(problems, null, 2));
  return { ...smallProcedure, workflow };
}

export const staff = (id: string, ...roles: readonly string[]): Actor => ({ kind: 'staff', id, roles });

/** 係長, then 課長 from 500,000 yen on. */
export const serial: Changes = {
  'roles.chief': { title: '係長' },
  'roles.manager': { title: '課長' },
  'stages.decision.approvers': {
    order: 'serial',
    steps: [
      { role: 'chief', title: '係長' },
      { role: 'manager', title: '課長', when: 'sales.total >= 500000' },
    ],
  },
  'stages.decision.actions.approve.approves': true,
};
