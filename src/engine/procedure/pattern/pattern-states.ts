import type { PatternNode, Ranges } from './parse-pattern.js';

/** A pattern with more letters than this, repeats written out, is refused. */
const MOST_STATES = 160;

/**
 * The states of a backtracking matcher: one for each letter of the pattern, and where it may go next. State 0 is the
 * search for a place to begin; it is left out when every way in starts with `^`.
 */
export interface States {
  readonly sets: readonly Ranges[];
  /** `next[p]`: the states that may follow state p. */
  readonly next: readonly ReadonlySet<number>[];
  /** The same step can be taken in two ways: time doubles with every letter. */
  readonly ambiguous: boolean;
}

export class TooComplex extends Error {}

interface Part {
  readonly nullable: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

const NOTHING: Part = { nullable: true, first: [], last: [] };

/** @throws TooComplex when there would be too many states. */
export function buildStates(root: PatternNode): States {
  const anywhere: Ranges = [[0, 0x10ffff]];
  const sets: Ranges[] = [anywhere];
  const next: Set<number>[] = [new Set<number>()];
  let ambiguous = false;

  function connect(from: readonly number[], to: readonly number[]): void {
    for (const p of from) {
      for (const q of to) {
        if (next[p]?.has(q)) ambiguous = true;
        next[p]?.add(q);
      }
    }
  }

  function build(node: PatternNode): Part {
    if (node.kind === 'set') {
      if (sets.length > MOST_STATES) throw new TooComplex();
      sets.push(node.ranges);
      next.push(new Set());
      const state = sets.length - 1;
      return { nullable: false, first: [state], last: [state] };
    }
    if (node.kind === 'sequence') return node.parts.map(build).reduce(follow, NOTHING);
    if (node.kind === 'either') return either(node.branches.map(build));
    if (node.kind === 'repeat') return repeat(node.of, node.least, node.most);
    return NOTHING;
  }

  function follow(left: Part, right: Part): Part {
    connect(left.last, right.first);
    return {
      nullable: left.nullable && right.nullable,
      first: left.nullable ? [...left.first, ...right.first] : left.first,
      last: right.nullable ? [...left.last, ...right.last] : right.last,
    };
  }

  function either(branches: readonly Part[]): Part {
    // Two branches that match nothing are two ways to do the same.
    if (branches.filter((branch) => branch.nullable).length > 1) ambiguous = true;
    return {
      nullable: branches.some((branch) => branch.nullable),
      first: branches.flatMap((branch) => branch.first),
      last: branches.flatMap((branch) => branch.last),
    };
  }

  function repeat(of: PatternNode, least: number, most: number): Part {
    // `x{3}` is written out; `x{3,}` and `x{0,9}` loop on the last copy, which is no weaker a test.
    const parts: Part[] = [];
    for (let copy = 0; copy < Math.max(least, 1); copy += 1) parts.push(build(of));
    const looped = parts.at(-1);
    if (looped?.nullable && most > 1) ambiguous = true;
    if (looped && most > least && most > 1) connect(looped.last, looped.first);
    const whole = parts.reduce(follow, NOTHING);
    if (least > 0) return whole;
    if (whole.nullable) ambiguous = true;
    return { ...whole, nullable: true };
  }

  const whole = build(root);
  if (!startsAtStart(root)) {
    connect([0], [0]);
    connect([0], whole.first);
  }
  return { sets, next, ambiguous };
}

function startsAtStart(node: PatternNode): boolean {
  if (node.kind === 'start') return true;
  if (node.kind === 'either') return node.branches.every(startsAtStart);
  return node.kind === 'sequence' && node.parts[0] !== undefined && startsAtStart(node.parts[0]);
}
