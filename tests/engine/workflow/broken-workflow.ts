import type { Problem } from '../../../src/engine/problem.js';
import { smallWorkflow } from './small-procedure.js';

/** The small workflow with one thing changed, by path; undefined takes it away. */
export function broken(path: string, value: unknown): unknown {
  const copy = structuredClone(smallWorkflow) as unknown as Record<string, unknown>;
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let at = copy;
  for (const step of steps) at = at[step] as Record<string, unknown>;
  if (value === undefined) Reflect.deleteProperty(at, last);
  else at[last] = value;
  return copy;
}

/** Problems as `[path, code, params]`. */
export const found = (problems: readonly Problem[]) =>
  problems.map(({ path, code, params }) => [path, code, params ?? {}]);

export const final = {
  kind: 'final',
  title: '終わり',
  publicStatus: { label: '終', explanation: '終', tone: 'done' },
};

export const stages = 'workflow.json#/stages';
