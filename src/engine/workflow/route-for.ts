import type { Facts } from '../expression/index.js';
import { toJson } from '../expression/index.js';
import type { Route, RoutingRow, TableRoute } from './workflow.js';

/** Where a list of routes leads, and by which of them. */
export interface Lead {
  /** A stage name, or `@origin`. */
  readonly to: string;
  readonly team: string | null;
  readonly route: Route;
  /** The row that fitted; null for a route without a table. */
  readonly row: RoutingRow | null;
}

/**
 * The first route that holds. Null is not true, and a table holds only where a row of it fits; the last route, which a
 * compiled list has, is unconditional.
 */
export function routeFor(routes: readonly Route[], facts: Facts): Lead {
  for (const route of routes) {
    if (route.when && route.when.evaluate(facts) !== true) continue;
    if (route.kind === 'stage') return { to: route.to, team: route.team, route, row: null };
    const row = rowFor(route, facts);
    if (row) return { to: row.to, team: row.team, route, row };
  }
  throw new RangeError('A list of routes without a default was not refused when it was compiled');
}

function rowFor({ match, rows }: TableRoute, facts: Facts): RoutingRow | undefined {
  const values = match.map(({ value }) => toJson(value.evaluate(facts)));
  return rows.find(({ cells }) => cells.every((cell, index) => cell === null || cell === values[index]));
}

/** Every place a route can lead to, each once: a stage name or `@origin`. */
export function targetsOf(route: Route): readonly string[] {
  return route.kind === 'stage' ? [route.to] : [...new Set(route.rows.map((row) => row.to))];
}
