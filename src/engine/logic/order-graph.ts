import { compare, type FeelValue } from '../expression/values.js';
import type { Region, Term } from './variables.js';

type Point = Term | { readonly constant: FeelValue };

/**
 * Can the terms stand in these orders, each within its regions? A circle of “not above” with a “below” in it is a
 * contradiction.
 *
 * @param orders lower term, higher term, and whether they differ
 */
export function isOrderPossible(
  orders: readonly (readonly [lower: Term, higher: Term, strict: boolean])[],
  regionsOf: (term: Term) => readonly Region[],
): boolean {
  if (orders.length === 0) return true;
  const graph = new OrderGraph();
  for (const [lower, higher, strict] of orders) graph.add(lower, higher, strict);
  for (const term of new Set(orders.flatMap(([lower, higher]) => [lower, higher])))
    graph.bound(term, regionsOf(term));
  return graph.isPossible();
}

class OrderGraph {
  private readonly edges: { from: Point; to: Point; strict: boolean }[] = [];
  private readonly constants: { readonly constant: FeelValue }[] = [];

  add(from: Point, to: Point, strict: boolean): void {
    this.edges.push({ from, to, strict });
  }

  /** What the regions left to a term say about where it lies. */
  bound(term: Term, regions: readonly Region[]): void {
    const [first, last] = [regions[0], regions.at(-1)];
    if (!first || !last || !regions.every(isInOrder)) return;
    const low = first.kind === 'is' ? first.value : first.kind === 'between' ? first.after : undefined;
    const high = last.kind === 'is' ? last.value : last.kind === 'between' ? last.before : undefined;
    if (low !== undefined) this.add(this.constant(low), term, first.kind === 'between');
    if (high !== undefined) this.add(term, this.constant(high), last.kind === 'between');
  }

  private constant(value: FeelValue): Point {
    const known = this.constants.find((point) => compare(point.constant, value) === 0);
    if (known) return known;
    const made = { constant: value };
    for (const other of this.constants) {
      const order = compare(other.constant, value);
      if (order !== null && order < 0) this.add(other, made, true);
      if (order !== null && order > 0) this.add(made, other, true);
    }
    this.constants.push(made);
    return made;
  }

  isPossible(): boolean {
    const points = [...new Set(this.edges.flatMap(({ from, to }) => [from, to]))];
    // From one point to another: false = not above, true = below.
    const below = new Map(points.map((point) => [point, new Map<Point, boolean>()]));
    for (const { from, to, strict } of this.edges) {
      const row = below.get(from);
      row?.set(to, row.get(to) === true || strict);
    }
    for (const middle of points) {
      for (const row of below.values()) {
        const first = row.get(middle);
        if (first === undefined) continue;
        for (const [to, second] of below.get(middle) ?? [])
          row.set(to, row.get(to) === true || first || second);
      }
    }
    return points.every((point) => below.get(point)?.get(point) !== true);
  }
}

/** Regions stand in the order of their values. */
function isInOrder(region: Region): boolean {
  return region.kind === 'between' || (region.kind === 'is' && typeof region.value !== 'boolean');
}
