import type { Rename } from './change.js';
import { definitionOf, type FormNode, type FormTree } from './form-tree.js';

/** Which page and field of the old version is which of the new one. */
export interface FormMatching {
  readonly before: FormTree;
  readonly after: FormTree;
  /** Old → new, containers before what they hold. */
  readonly pairs: ReadonlyMap<FormNode, FormNode>;
  /** The outermost of what is gone and of what is new. */
  readonly removed: readonly FormNode[];
  readonly added: readonly FormNode[];
}

/** A way to tell that two things left over are one: the same text on both sides, and once only. */
type Mark = (node: FormNode) => string;

/**
 * Pairs pages and fields: what the author says first, then by name within the same container, then by definition. A
 * field that is the same but for its name is renamed; one of the same name and title elsewhere has moved. What
 * could be two things is taken for neither: better to report a loss too many than one too few.
 */
export function matchForms(before: FormTree, after: FormTree, renames: readonly Rename[]): FormMatching {
  const pairs = new Map<FormNode, FormNode>();
  const taken = new Set<FormNode>();

  function pair(old: FormNode, now: FormNode): void {
    if (pairs.has(old) || taken.has(now)) return;
    pairs.set(old, now);
    taken.add(now);
  }

  function pairByName(olds: readonly FormNode[], nows: readonly FormNode[]): void {
    for (const old of olds) {
      const now =
        pairs.get(old) ?? nows.find((candidate) => candidate.name === old.name && !taken.has(candidate));
      if (!now) continue;
      pair(old, now);
      if (pairs.get(old) === now && holdsAlike(old, now)) pairByName(old.children, now.children);
    }
  }

  function pairByMark(mark: Mark): void {
    const olds = byMark(before, (node) => !pairs.has(node), mark);
    const nows = byMark(after, (node) => !taken.has(node), mark);
    for (const [text, [old, another]] of olds) {
      const [now, second] = nows.get(text) ?? [];
      if (!old || another || !now || second) continue;
      const repeat = old.repeat === null ? null : pairs.get(old.repeat);
      if (repeat !== now.repeat) continue;
      pair(old, now);
      if (pairs.get(old) === now && holdsAlike(old, now)) pairByName(old.children, now.children);
    }
  }

  for (const { from, to } of renames) {
    const [old, now] = [before.nodes.get(from), after.nodes.get(to)];
    if (old && now) pair(old, now);
  }
  pairByName(before.pages, after.pages);
  for (const [old, now] of [...pairs]) if (holdsAlike(old, now)) pairByName(old.children, now.children);
  const inside: Mark = (node) => {
    const parent = node.parent && (pairs.get(node.parent) ?? node.parent);
    return `${parent?.path ?? ''} ${definitionOf(node)}`;
  };
  for (const mark of [inside, definitionOf, sameNameAndTitle]) pairByMark(mark);

  return {
    before,
    after,
    pairs,
    removed: outermost(before, (node) => !pairs.has(node)),
    added: outermost(after, (node) => !taken.has(node)),
  };
}

function sameNameAndTitle({ kind, name, title }: FormNode): string {
  return JSON.stringify([kind, name, title]);
}

function holdsAlike(old: FormNode, now: FormNode): boolean {
  return (old.kind === 'rows') === (now.kind === 'rows');
}

function byMark(
  tree: FormTree,
  isLeft: (node: FormNode) => boolean,
  mark: Mark,
): ReadonlyMap<string, readonly FormNode[]> {
  const found = new Map<string, FormNode[]>();
  for (const node of tree.nodes.values()) {
    if (!isLeft(node)) continue;
    const text = mark(node);
    found.set(text, [...(found.get(text) ?? []), node]);
  }
  return found;
}

function outermost(tree: FormTree, isLeft: (node: FormNode) => boolean): readonly FormNode[] {
  return [...tree.nodes.values()].filter(
    (node) => isLeft(node) && !(node.parent !== null && isLeft(node.parent)),
  );
}
