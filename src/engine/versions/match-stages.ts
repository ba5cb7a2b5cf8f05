import type { Stage, Workflow } from '../workflow/workflow.js';
import type { Rename } from './change.js';

export interface StageMatching {
  /** Old name → new name, of every stage that is still there. */
  readonly names: ReadonlyMap<string, string>;
  readonly removed: readonly Stage[];
  readonly added: readonly Stage[];
}

/**
 * Pairs stages: what the author says first, then by name; one that is gone and one that is new are the same when
 * kind, title and role are, and no third is like them.
 */
export function matchStages(before: Workflow, after: Workflow, renames: readonly Rename[]): StageMatching {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const pair = (from: string, to: string) => {
    if (names.has(from) || taken.has(to) || !before.stages.has(from) || !after.stages.has(to)) return;
    names.set(from, to);
    taken.add(to);
  };
  for (const { from, to } of renames) pair(from, to);
  for (const name of before.stages.keys()) pair(name, name);
  const left = () => [...before.stages.values()].filter((stage) => !names.has(stage.name));
  const fresh = () => [...after.stages.values()].filter((stage) => !taken.has(stage.name));
  for (const old of left()) {
    const alike = fresh().filter((stage) => likeness(stage) === likeness(old));
    const rivals = left().filter((stage) => likeness(stage) === likeness(old));
    const [now] = alike;
    if (now && alike.length === 1 && rivals.length === 1) pair(old.name, now.name);
  }
  return { names, removed: left(), added: fresh() };
}

function likeness({ kind, title, role, outcome }: Stage): string {
  return JSON.stringify([kind, title, role, outcome]);
}
