import type { Action, Route, Stage } from './workflow.js';

/** One way from a stage to another, by an action of the stage or by its own routing (`action` null). */
export interface Way {
  readonly from: Stage;
  readonly action: Action | null;
  readonly route: Route;
  /** Place of the route in its list. */
  readonly index: number;
  readonly to: Stage;
}

type Stages = ReadonlyMap<string, Stage>;

/** Every way there is. `@origin` leads to each stage that can ask for the correction; an unknown target leads nowhere. */
export function waysOf(stages: Stages): readonly Way[] {
  const origins = new Map<string, Stage[]>();
  for (const { from, route } of routesOf(stages)) {
    const target = stages.get(route.to);
    if (target?.kind === 'correction') origins.set(target.name, [...(origins.get(target.name) ?? []), from]);
  }
  return routesOf(stages).flatMap((way) => {
    const direct = stages.get(way.route.to);
    const targets = way.route.to === '@origin' ? (origins.get(way.from.name) ?? []) : direct ? [direct] : [];
    return [...new Set(targets)].map((to) => ({ ...way, to }));
  });
}

/** Every route with its owner, whether or not its target exists. */
export function routesOf(stages: Stages): readonly Omit<Way, 'to'>[] {
  return [...stages.values()].flatMap((from) => [
    ...from.routes.map((route, index) => ({ from, action: null, route, index })),
    ...[...from.actions.values()].flatMap((action) =>
      action.routes.map((route, index) => ({ from, action, route, index })),
    ),
  ]);
}

/** Names of the stages that can be reached from the given ones, themselves included. */
export function reachableFrom(starts: Iterable<string>, ways: readonly Way[]): ReadonlySet<string> {
  return closure(starts, ways, (way) => [way.from.name, way.to.name]);
}

/** Names of the stages from which one of the given can be reached, themselves included. */
export function leadingTo(ends: Iterable<string>, ways: readonly Way[]): ReadonlySet<string> {
  return closure(ends, ways, (way) => [way.to.name, way.from.name]);
}

/** Tells the ways that move back: to a stage that stands earlier in the file and leads here again. A correction is none. */
export function movesBack(stages: readonly Stage[], ways: readonly Way[]): (way: Way) => boolean {
  const order = new Map(stages.map((stage, index) => [stage, index]));
  const reach = new Map(stages.map((stage) => [stage, reachableFrom([stage.name], ways)]));
  return ({ from, to, route }) =>
    route.to !== '@origin' &&
    to.kind !== 'correction' &&
    (order.get(to) ?? 0) < (order.get(from) ?? 0) &&
    reach.get(to)?.has(from.name) === true;
}

function closure(
  starts: Iterable<string>,
  ways: readonly Way[],
  step: (way: Way) => readonly [from: string, to: string],
): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  for (const [from, to] of ways.map(step)) next.set(from, [...(next.get(from) ?? []), to]);
  const seen = new Set(starts);
  for (const name of seen) for (const neighbour of next.get(name) ?? []) seen.add(neighbour);
  return seen;
}
