import type { Ranges } from './parse-pattern.js';
import { type States, TooComplex } from './pattern-states.js';

/** Pairs of states looked at; beyond it the pattern counts as too complex, lest the check itself takes long. */
const MOST_WORK = 400_000;

/**
 * The power of the text's length to which the steps of a backtracking match grow: 1 for most patterns, 2 for
 * `a*a*b`, Infinity for `(a|a)*b`.
 *
 * Two different ways round from a state to itself over the same text double the work with every round (infinite). A
 * way round p, a way round q and a way from p to q over the same text let every letter be the border between the
 * two (one power more); such pairs chain. Weber and Seidl, On the degree of ambiguity of finite automata (1991).
 *
 * @throws TooComplex
 */
export function searchExponent({ sets, next, ambiguous }: States): number {
  if (ambiguous) return Number.POSITIVE_INFINITY;
  const count = sets.length;
  const meets = sets.map((a) => sets.map((b) => overlap(a, b)));
  const steps = (p: number) => [...(next[p] ?? [])];

  let work = 0;
  const pairs = (a: number, b: number) => a * count + b;
  const together = (a: number, b: number): number[] =>
    steps(a).flatMap((x) => steps(b).flatMap((y) => (meets[x]?.[y] === true ? [pairs(x, y)] : [])));
  const fromPair = new Map<number, ReadonlySet<number>>();
  const reach = (a: number, b: number): ReadonlySet<number> => {
    const start = pairs(a, b);
    const known = fromPair.get(start);
    if (known) return known;
    const seen = new Set<number>();
    const open = together(a, b);
    for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
      if (seen.has(pair)) continue;
      work += 1;
      if (work > MOST_WORK) throw new TooComplex();
      seen.add(pair);
      open.push(...together(Math.floor(pair / count), pair % count));
    }
    fromPair.set(start, seen);
    return seen;
  };

  const loops = sets.map((_, p) => p).filter((p) => reach(p, p).has(pairs(p, p)));
  for (const p of loops) {
    const doubled = [...reach(p, p)].some((pair) => {
      const [a, b] = [Math.floor(pair / count), pair % count];
      return a !== b && reach(a, b).has(pairs(p, p));
    });
    if (doubled) return Number.POSITIVE_INFINITY;
  }
  const follows = (p: number, q: number) =>
    p !== q && reach(p, p).has(pairs(p, q)) && reach(p, q).has(pairs(p, q)) && reach(p, q).has(pairs(q, q));
  return 1 + longestChain(loops, follows);
}

/** Without doubling, the pairs have no circle, so the longest chain is found by descent. */
function longestChain(states: readonly number[], follows: (p: number, q: number) => boolean): number {
  const lengths = new Map<number, number>();
  const open = new Set<number>();
  const lengthFrom = (p: number): number => {
    const known = lengths.get(p);
    if (known !== undefined || open.has(p)) return known ?? 0;
    open.add(p);
    const after = states.filter((q) => follows(p, q)).map((q) => 1 + lengthFrom(q));
    open.delete(p);
    const length = Math.max(0, ...after);
    lengths.set(p, length);
    return length;
  };
  return Math.max(0, ...states.map(lengthFrom));
}

function overlap(a: Ranges, b: Ranges): boolean {
  let i = 0;
  let j = 0;
  for (;;) {
    const [x, y] = [a[i], b[j]];
    if (!x || !y) return false;
    if (x[0] <= y[1] && y[0] <= x[1]) return true;
    if (x[1] < y[1]) i += 1;
    else j += 1;
  }
}
