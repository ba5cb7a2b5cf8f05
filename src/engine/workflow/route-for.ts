import type { Facts } from '../expression/index.js';
import type { Route } from './workflow.js';

/** The target of the first route that holds. Null is not true; the last route, which a compiled list has, is unconditional. */
export function routeFor(routes: readonly Route[], facts: Facts): string {
  const route = routes.find(({ when }) => when === null || when.evaluate(facts) === true);
  if (!route) throw new RangeError('A list of routes without a default was not refused when it was compiled');
  return route.to;
}
