/** Lines that part or join between two rows: where they come in from above and go out below. */
export interface Net {
  readonly name: string;
  readonly tops: readonly number[];
  readonly bottoms: readonly number[];
}

/** A way down that goes at another place first, and across to its own below everything else. */
export interface Jog {
  readonly x: number;
  readonly track: number;
}

export interface Channel {
  /** On which track, counted from above, each net runs across; none for what is straight. */
  readonly tracks: ReadonlyMap<string, number>;
  readonly jogOf: (net: string, bottom: number) => Jog | null;
  /** How many tracks there are, jogs and all. */
  readonly depth: number;
}

/** Nearer than this two lines look like one, and nearer than that they are. */
const NEAR = 8;
const SAME = 1;
/** One stretch of two lines upon each other is worse than any number of crossings, and than any that are just near. */
const COVERED = 100_000;
const CLOSE = 1000;

/** Few crossings, and no line upon another: whom no order of the tracks keeps apart gets a jog. */
export function routeChannel(nets: readonly Net[]): Channel {
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
  const inserted: Run[] = [];
  for (const run of runs) insert(inserted, run, cost);
  const usual = improved(inserted, cost);
  const other = total(usual, cost) < COVERED ? usual : improved(uncovered(runs, cost), cost);
  const order = total(other, cost) < total(usual, cost) ? other : usual;
  const tracks = tracksOf(order);
  const crossed = Math.max(0, ...tracks.values());
  const jogs = jogsOf(order, nets, crossed + 1);
  return {
    tracks,
    jogOf: (net, bottom) => jogs.get(`${net} ${bottom}`) ?? null,
    depth: crossed + jogs.size,
  };
}

interface Run extends Net {
  readonly left: number;
  readonly right: number;
}

type Cost = (one: Run, two: Run) => number;

function insert(order: Run[], run: Run, cost: Cost): void {
  let sum = order.reduce((all, other) => all + cost(run, other), 0);
  let [best, least] = [0, sum];
  order.forEach((other, index) => {
    sum += cost(other, run) - cost(run, other);
    if (sum < least) [best, least] = [index + 1, sum];
  });
  order.splice(best, 0, run);
}

/** Put in one after another, the first knew nothing of the last: each once more. */
function improved(order: readonly Run[], cost: Cost): readonly Run[] {
  const next = [...order];
  for (const run of order) {
    next.splice(next.indexOf(run), 1);
    insert(next, run, cost);
  }
  return next;
}

/** From above, each time one that would cover none of those left, if there is such a one. */
function uncovered(runs: readonly Run[], cost: Cost): readonly Run[] {
  const left = [...runs];
  const order: Run[] = [];
  while (left.length > 0) {
    const costs = left.map((run) => left.reduce((sum, other) => sum + cost(run, other), 0));
    const next = costs.indexOf(Math.min(...costs));
    order.push(...left.splice(next, 1));
  }
  return order;
}

function total(order: readonly Run[], cost: Cost): number {
  return order.reduce(
    (sum, run, index) => order.slice(index + 1).reduce((all, other) => all + cost(run, other), sum),
    0,
  );
}

function tracksOf(order: readonly Run[]): ReadonlyMap<string, number> {
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

/** For each way down that would lie upon another's way in below it: a free place beside, and a track under all. */
function jogsOf(order: readonly Run[], nets: readonly Net[], below: number): ReadonlyMap<string, Jog> {
  const jogs = new Map<string, Jog>();
  const taken = nets.flatMap(({ tops, bottoms }) => [...tops, ...bottoms]);
  order.forEach((run, index) => {
    const coming = order.slice(index + 1).flatMap(({ tops }) => tops);
    for (const bottom of run.bottoms) {
      if (!coming.some((x) => Math.abs(x - bottom) < SAME)) continue;
      const x = freeBeside(bottom, run, taken);
      taken.push(x);
      jogs.set(`${run.name} ${bottom}`, { x, track: below + jogs.size });
    }
  });
  return jogs;
}

/** Towards the rest of its own line where there is room, so that the line gets no longer. */
function freeBeside(place: number, { left, right }: Run, taken: readonly number[]): number {
  const isFree = (x: number): boolean => taken.every((other) => Math.abs(other - x) >= NEAR);
  const beside = Array.from({ length: 200 }, (_, step) => [NEAR + step, -NEAR - step])
    .flat()
    .map((step) => place + step)
    .filter(isFree);
  return beside.find((x) => x > left && x < right) ?? beside[0] ?? place;
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
