import type { Link, Unit } from './make-rows.js';
import { ACROSS } from './sizes.js';

const SWEEPS = 14;

/** Where each unit begins from the left: as straight under what it is linked with as the room between neighbours lets it. */
export function placeAcross(
  rows: readonly (readonly Unit[])[],
  links: readonly Link[],
): ReadonlyMap<Unit, number> {
  const home = new Map<string, { readonly unit: Unit; readonly middle: number }>();
  for (const unit of rows.flat())
    for (const { name, left, width } of unit.parts) home.set(name, { unit, middle: left + width / 2 });
  const lefts = new Map<Unit, number>();
  for (const row of rows) {
    let left = 0;
    row.forEach((unit, index) => {
      lefts.set(unit, left);
      left += unit.width + gapBetween(unit, row[index + 1]);
    });
  }
  const pulls = new Map<Unit, Pull[]>();
  for (const { upper, lower, weight } of links) {
    const [above, under] = [home.get(upper), home.get(lower)];
    if (!above || !under) continue;
    const add = (unit: Unit, way: Pull['way'], to: Unit, by: number): void => {
      pulls.set(unit, [...(pulls.get(unit) ?? []), { way, to, by, weight }]);
    };
    add(under.unit, 'up', above.unit, above.middle - under.middle);
    add(above.unit, 'down', under.unit, under.middle - above.middle);
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const ways = sweep >= SWEEPS - 2 ? ['up', 'down'] : [sweep % 2 === 0 ? 'up' : 'down'];
    for (const row of sweep % 2 === 0 ? rows : rows.toReversed()) {
      const wishes = row.map((unit): Wish[] => {
        const all = (pulls.get(unit) ?? [])
          .filter(({ way }) => ways.includes(way))
          .map(({ to, by, weight }) => ({ at: (lefts.get(to) ?? 0) + by, weight }));
        return all.length > 0 ? all : [{ at: lefts.get(unit) ?? 0, weight: 0.1 }];
      });
      const needs = row.map((unit, index) => unit.width + gapBetween(unit, row[index + 1]));
      spread(wishes, needs).forEach((left, index) => {
        const unit = row[index];
        if (unit) lefts.set(unit, left);
      });
    }
  }
  const first = Math.min(...lefts.values());
  return new Map([...lefts].map(([unit, left]) => [unit, left - first]));
}

interface Pull {
  readonly way: 'up' | 'down';
  readonly to: Unit;
  /** How far right of the other's beginning its own would be if the link were straight. */
  readonly by: number;
  readonly weight: number;
}

interface Wish {
  readonly at: number;
  readonly weight: number;
}

/**
 * Places in order, each `needs` after the one before, with the least sum of weighted distances from the wishes: neighbours
 * that would overlap become a group, which stands at the middle of the wishes of all (pool adjacent violators).
 */
function spread(wishes: readonly (readonly Wish[])[], needs: readonly number[]): readonly number[] {
  const groups: { wishes: Wish[]; at: number; offsets: number[] }[] = [];
  let before = 0;
  wishes.forEach((own, index) => {
    const shifted = own
      .map(({ at, weight }) => ({ at: at - before, weight }))
      .toSorted((a, b) => a.at - b.at);
    let group = { wishes: shifted, at: middleOf(shifted), offsets: [before] };
    for (let last = groups.at(-1); last && last.at > group.at; last = groups.at(-1)) {
      groups.pop();
      const all = [...last.wishes, ...group.wishes].toSorted((a, b) => a.at - b.at);
      group = { wishes: all, at: middleOf(all), offsets: [...last.offsets, ...group.offsets] };
    }
    groups.push(group);
    before += needs[index] ?? 0;
  });
  return groups.flatMap(({ at, offsets }) => offsets.map((offset) => at + offset));
}

/** Of wishes in order. */
function middleOf(order: readonly Wish[]): number {
  const half = order.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let sum = 0;
  for (const { at, weight } of order) if ((sum += weight) >= half) return at;
  return 0;
}

function gapBetween(one: Unit, other: Unit | undefined): number {
  if (!other) return 0;
  if (one.kind === 'stage' && other.kind === 'stage') return ACROSS.stages;
  return one.kind === 'pass' || other.kind === 'pass' ? ACROSS.pass : ACROSS.words;
}
