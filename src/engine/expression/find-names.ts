import { NamedPlaces, type NamedPlace } from './compile/named.js';
import { RootNames } from './compile/names.js';
import { NODE_COMPILERS } from './compile/nodes.js';
import { Unit } from './compile/unit.js';
import { knownNames } from './compile.js';
import { parseExpression } from './parse.js';
import type { Scope } from './types.js';

export type { NamedPlace };

/**
 * Every place where a source names a fact or a column, in the order they stand: each step of a path by itself, fields
 * of the item in a filter, fields of a loop variable. Loop variables, parameters, keys of contexts written out and
 * functions are no facts and are left out. What cannot be read has no names.
 */
export function findNames(source: string, scope: Scope): readonly NamedPlace[] {
  const parsed = parseExpression(source, knownNames(scope));
  if (!parsed.ok) return [];
  const named = new NamedPlaces(scope);
  const unit = new Unit(source, NODE_COMPILERS, { checkTypes: true, tracing: false, named });
  unit.compile(parsed.root, new RootNames(scope));
  return [...named.found].sort((a, b) => a.from - b.from);
}
