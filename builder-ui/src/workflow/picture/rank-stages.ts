import type { DraftWorkflow } from '../draft-workflow.js';
import { type Line, withoutCycles } from './circuit-lines.js';

export interface Ranks {
  /** How many steps after the start. No line joins two stages of one step, but for a correction and who it stands beside. */
  readonly steps: ReadonlyMap<string, number>;
  /** Of a correction that stands at the right of a stage: which. */
  readonly beside: ReadonlyMap<string, string>;
}

/** As many steps down as the longest way takes; ends together at the bottom, corrections with who asks first. */
export function rankStages(workflow: DraftWorkflow, lines: readonly Line[]): Ranks {
  const { stages } = workflow;
  const steps = longestWays(workflow, withoutCycles(workflow, lines));
  const beside = new Map<string, string>();
  const isEnd = (name: string, kind: string): boolean =>
    kind === 'final' && !lines.some(({ from, to }) => from === name && to !== name);
  for (const { name, kind } of stages) if (isEnd(name, kind)) steps.set(name, Infinity);
  for (const { name, kind } of stages) {
    if (kind !== 'correction') continue;
    const others = lines.filter((line) => line.from !== line.to);
    const near = others.flatMap(({ from, to }) => (from === name ? [to] : to === name ? [from] : []));
    const askers = others.filter(({ to }) => to === name).map(({ from }) => from);
    const asker = askers.toSorted((a, b) => (steps.get(a) ?? 0) - (steps.get(b) ?? 0))[0];
    const isFree =
      asker !== undefined &&
      stages.some((stage) => stage.name === asker && stage.kind !== 'correction') &&
      ![...beside.values()].includes(asker) &&
      near.every((other) => other === asker || steps.get(other) !== steps.get(asker));
    if (isFree) beside.set(name, asker);
    let step = isFree
      ? (steps.get(asker) ?? 0)
      : (steps.get(asker ?? name) ?? 0) + (asker === undefined ? 0 : 1);
    while (!isFree && near.some((other) => steps.get(other) === step)) step++;
    steps.set(name, step);
  }
  return { steps: closedUp(steps), beside };
}

function longestWays({ stages }: DraftWorkflow, forward: readonly Line[]): Map<string, number> {
  const steps = new Map<string, number>();
  const stepOf = (name: string): number => {
    const there = steps.get(name);
    if (there !== undefined) return there;
    const before = forward.filter(({ to }) => to === name);
    const step = Math.max(0, ...before.map(({ from }) => stepOf(from) + 1));
    steps.set(name, step);
    return step;
  };
  for (const { name } of stages) stepOf(name);
  return steps;
}

/** Without steps on which nothing stands. */
function closedUp(steps: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const used = [...new Set(steps.values())].toSorted((a, b) => a - b);
  return new Map([...steps].map(([name, step]) => [name, used.indexOf(step)]));
}
