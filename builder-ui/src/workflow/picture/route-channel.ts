/** Lines that part or join between two rows: where they come in from above and go out below. */
export interface Net {
  readonly name: string;
  readonly tops: readonly number[];
  readonly bottoms: readonly number[];
}

/** Nearer than this two lines look like one, and nearer than that they are. */
const NEAR = 8;
const SAME = 1;
/** One stretch of two lines upon each other is worse than any number of crossings, and than any that are just near. */
const COVERED = 100_000;
const CLOSE = 1000;

/** On which track, counted from above, each net runs across; none for what is straight. Few crossings, no line upon another. */
export function routeChannel(nets: readonly Net[]): ReadonlyMap<string, number> {
  const runs = nets
    .map((net) => ({
      ...net,
      left: Math.min(...net.tops, ...net.bottoms),
      right: Math.max(...net.tops, ...net.bottoms),
    }))
    .filter(({ left, right }) => right > left)
    .toSorted((a, b) => a.left - b.left || a.right - b.right);
  const costs = new Map(runs.map((one) => [one, new Map(runs.map((two) => [two, costAbove(one, two)]))]));
  const cost = (one: Run, two: Run): number => costs.get(one)?.get(two) ?? 0;
  const order: Run[] = [];
  for (const run of runs) insert(order, run, cost);
  // Put in one after another, the first knew nothing of the last: each once more.
  for (const run of runs) {
    order.splice(order.indexOf(run), 1);
    insert(order, run, cost);
  }
  const tracks = new Map<string, number>();
  order.forEach((run, index) => {
    const before = order
      .slice(0, index)
      .filter((other) => other.left < run.right + NEAR && run.left < other.right + NEAR)
      .map(({ name }) => tracks.get(name) ?? 0);
    tracks.set(run.name, Math.max(-1, ...before) + 1);
  });
  return tracks;
}

interface Run extends Net {
  readonly left: number;
  readonly right: number;
}

function insert(order: Run[], run: Run, cost: (one: Run, two: Run) => number): void {
  let total = order.reduce((sum, other) => sum + cost(run, other), 0);
  let [best, least] = [0, total];
  order.forEach((other, index) => {
    total += cost(other, run) - cost(run, other);
    if (total < least) [best, least] = [index + 1, total];
  });
  order.splice(best, 0, run);
}

/** What it costs that one runs above the other: its ways down cross the other, and the other's ways up cross it. */
function costAbove(one: Run, two: Run): number {
  if (one === two) return 0;
  const within = (x: number, run: Run): boolean => x > run.left && x < run.right;
  const crossed =
    one.bottoms.filter((x) => within(x, two)).length + two.tops.filter((x) => within(x, one)).length;
  const apart = Math.min(...one.bottoms.flatMap((x) => two.tops.map((other) => Math.abs(x - other))));
  return crossed + (apart < SAME ? COVERED : apart < NEAR ? CLOSE : 0);
}
