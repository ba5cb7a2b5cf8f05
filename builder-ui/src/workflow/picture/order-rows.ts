import type { Link, Unit } from './make-rows.js';

type Order = readonly (readonly Unit[])[];

const SWEEPS = 8;

/**
 * Who stands left of whom, so that few lines cross. What is written first stands first where nothing speaks against it; an
 * order is left only for one with fewer crossings, so that a stage more does not throw the others about.
 */
export function orderRows(rows: Order, links: readonly Link[]): Order {
  const below = byRow(links, ({ row }) => row);
  let order = swept(rows, below, 'upper');
  let best = order;
  let fewest = crossings(best, below);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    order = swept(order, below, sweep % 2 === 0 ? 'lower' : 'upper');
    const found = exchanged(order, below);
    const count = crossings(found, below);
    if (count < fewest) [best, fewest] = [found, count];
  }
  const found = exchanged(best, below);
  return crossings(found, below) < fewest ? found : best;
}

/** Row after row, each by the one that was looked at before it. */
function swept(start: Order, below: readonly (readonly Link[])[], towards: 'upper' | 'lower'): Order {
  const order = [...start];
  if (towards === 'upper')
    for (let row = 1; row < order.length; row++)
      order[row] = sorted(order, row, below[row - 1] ?? [], towards);
  else
    for (let row = order.length - 2; row >= 0; row--)
      order[row] = sorted(order, row, below[row] ?? [], towards);
  return order;
}

function byRow(links: readonly Link[], rowOf: (link: Link) => number): readonly (readonly Link[])[] {
  const rows: Link[][] = [];
  for (const link of links) (rows[rowOf(link)] ??= []).push(link);
  return Array.from(rows, (row) => row ?? []);
}

/** Each under (or over) the middle of what it is linked with; what is linked with nothing keeps its place. */
function sorted(
  order: Order,
  row: number,
  links: readonly Link[],
  towards: 'upper' | 'lower',
): readonly Unit[] {
  const places = placesOf(order[towards === 'upper' ? row - 1 : row + 1] ?? []);
  const here = order[row] ?? [];
  const ends = new Map<string, number[]>();
  for (const link of links) {
    const own = towards === 'upper' ? link.lower : link.upper;
    const place = places.get(link[towards]);
    if (place !== undefined) ends.set(own, [...(ends.get(own) ?? []), place]);
  }
  const wishes = here.map(({ parts }, index) => {
    const all = parts.flatMap(({ name }) => ends.get(name) ?? []);
    return { index, wish: all.length === 0 ? null : all.reduce((sum, one) => sum + one, 0) / all.length };
  });
  // Those without a wish stay where they are, the others share the remaining places.
  const moving = wishes.flatMap(({ index, wish }) => (wish === null ? [] : [{ index, wish }]));
  const next = moving.toSorted((a, b) => a.wish - b.wish || a.index - b.index).map(({ index }) => index);
  return wishes.flatMap(({ index, wish }) => here[wish === null ? index : (next.shift() ?? index)] ?? []);
}

function placesOf(row: readonly Unit[]): ReadonlyMap<string, number> {
  return new Map(row.flatMap(({ parts }) => parts).map(({ name }, place) => [name, place]));
}

function crossings(order: Order, below: readonly (readonly Link[])[]): number {
  let count = 0;
  below.forEach((links, row) => {
    const [uppers, lowers] = [placesOf(order[row] ?? []), placesOf(order[row + 1] ?? [])];
    const ends = links.map(({ upper, lower }) => [uppers.get(upper) ?? 0, lowers.get(lower) ?? 0] as const);
    ends.forEach(([a, b], index) => {
      for (const [c, d] of ends.slice(index + 1)) if ((a - c) * (b - d) < 0) count++;
    });
  });
  return count;
}

/** Changes neighbours as long as that takes crossings away. */
function exchanged(start: Order, below: readonly (readonly Link[])[]): Order {
  const order = start.map((row) => [...row]);
  for (let round = 0; round < SWEEPS; round++) {
    let isBetter = false;
    order.forEach((units, row) => {
      const [above, under] = [placesOf(order[row - 1] ?? []), placesOf(order[row + 1] ?? [])];
      const ends = units.map(({ parts }) => ({
        up: (below[row - 1] ?? []).flatMap(({ upper, lower }) =>
          parts.some(({ name }) => name === lower) ? (above.get(upper) ?? []) : [],
        ),
        down: (below[row] ?? []).flatMap(({ upper, lower }) =>
          parts.some(({ name }) => name === upper) ? (under.get(lower) ?? []) : [],
        ),
      }));
      for (let at = 0; at + 1 < units.length; at++) {
        const [one, two] = [ends[at], ends[at + 1]];
        const [left, right] = [units[at], units[at + 1]];
        if (!one || !two || !left || !right) continue;
        const gain =
          turned(one.up, two.up) +
          turned(one.down, two.down) -
          turned(two.up, one.up) -
          turned(two.down, one.down);
        if (gain <= 0) continue;
        [units[at], units[at + 1], ends[at], ends[at + 1]] = [right, left, two, one];
        isBetter = true;
      }
    });
    if (!isBetter) break;
  }
  return order;
}

/** How many crossings it makes that one stands left of the other. */
function turned(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, a) => sum + right.filter((b) => b < a).length, 0);
}
