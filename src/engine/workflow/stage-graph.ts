import { targetsOf } from './route-for.js';
import type { Action, Route, Stage, Timer } from './workflow.js';

/** One way from a stage to another: by an action, by a timer, or by the stage's own routing (both null). */
export interface Way {
  readonly from: Stage;
  readonly action: Action | null;
  readonly timer: Timer | null;
  readonly route: Route;
  /** Place of the route in its list. */
  readonly index: number;
  readonly to: Stage;
  /** It leads back to the stage that asked for the correction. */
  readonly back: boolean;
}

type Stages = ReadonlyMap<string, Stage>;

/** Every way there is. `@origin` leads to each stage that can ask for the correction; an unknown target leads nowhere. */
export function waysOf(stages: Stages): readonly Way[] {
  const origins = new Map<string, Stage[]>();
  const routes = routesOf(stages);
  for (const { from, route } of routes) {
    for (const name of targetsOf(route)) {
      if (stages.get(name)?.kind === 'correction') origins.set(name, [...(origins.get(name) ?? []), from]);
    }
  }
  return routes.flatMap((way) =>
    targetsOf(way.route).flatMap((name) => {
      const back = name === '@origin';
      const targets = back ? (origins.get(way.from.name) ?? []) : [stages.get(name) ?? []].flat();
      return [...new Set(targets)].map((to) => ({ ...way, to, back }));
    }),
  );
}

/** Every route with its owner, whether or not its target exists. */
export function routesOf(stages: Stages): readonly Omit<Way, 'to' | 'back'>[] {
  return [...stages.values()].flatMap((from) => [
    ...from.routes.map((route, index) => ({ from, action: null, timer: null, route, index })),
    ...[...from.actions.values()].flatMap((action) =>
      action.routes.map((route, index) => ({ from, action, timer: null, route, index })),
    ),
    ...[...from.timers.values()].flatMap((timer) =>
      timer.routes.map((route, index) => ({ from, action: null, timer, route, index })),
    ),
  ]);
}

/** Where the owner of a way stands under its stage: `actions/pass`, `timers/expire`, or the stage itself. */
export function ownerOf({ action, timer }: Pick<Way, 'action' | 'timer'>): readonly string[] {
  if (action) return ['actions', action.name];
  return timer ? ['timers', timer.name] : [];
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
  return ({ from, to, back }) =>
    !back &&
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
