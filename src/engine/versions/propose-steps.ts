import type { SideBySide } from './comparison.js';
import { inputsWithin, type FormNode } from './form-tree.js';
import { isWithin, pathAfter, type PlanStep } from './plan.js';

/**
 * The steps that carry over what was recognised as the same, and say plainly what has no place any more. Which old
 * choice is which new one, and what an answer would be by default, only the author can say.
 */
export function proposeSteps({ form, stages }: SideBySide): readonly PlanStep[] {
  const steps: PlanStep[] = [];
  for (const [old, now] of form.pairs) {
    if (pathAfter(old.path, steps) !== now.path && inputsWithin(old).length > 0)
      steps.push({ rename: { from: old.path, to: now.path } });
  }
  for (const [from, to] of stages.names) if (from !== to) steps.push({ stage: { from, to } });
  return [...steps, ...form.removed.flatMap((node) => drops(node, form.pairs))];
}

/** The container as a whole where nothing of it stays; else what is lost of it, one by one. */
function drops(node: FormNode, pairs: ReadonlyMap<FormNode, FormNode>): readonly PlanStep[] {
  if (inputsWithin(node).length === 0) return [];
  const stays = [...pairs.keys()].some(({ path }) => isWithin(path, node.path));
  if (!stays) return [{ drop: node.path }];
  return node.children.flatMap((child) => (pairs.has(child) ? [] : drops(child, pairs)));
}
