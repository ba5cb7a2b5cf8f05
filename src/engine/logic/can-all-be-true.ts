import type { Expression } from '../expression/index.js';
import { allOf, opposite } from './formula.js';
import { ConditionReader, type LogicContext } from './read-condition.js';
import { isSatisfiable } from './satisfiable.js';

/**
 * Can these conditions hold of one and the same facts? False only when it was proved that they cannot; null does not
 * count as true, and neither does a condition that cannot be evaluated.
 *
 * A name stands for the same fact in every condition: do not mix `row` of two repeats, or `today` of a check with
 * `today` of an action. Facts are taken to be independent of each other, computed ones included.
 *
 * @param context types and tables, if known: a text with options can then be nothing else, and tables are constants
 */
export function canAllBeTrue(
  conditions: readonly Pick<Expression, 'source'>[],
  context: LogicContext = {},
): boolean {
  const reader = new ConditionReader(context);
  return isSatisfiable(allOf(...conditions.map(({ source }) => reader.read(source).holds)));
}

/**
 * Does the second condition hold wherever the first (or all of a list) does? True only when it was proved; what
 * cannot be evaluated is left out of account. The same care with names as for `canAllBeTrue`.
 */
export function implies(
  given: Pick<Expression, 'source'> | readonly Pick<Expression, 'source'>[],
  then: Pick<Expression, 'source'>,
  context: LogicContext = {},
): boolean {
  const reader = new ConditionReader(context);
  const conditions = 'source' in given ? [given] : given;
  const holds = conditions.map(({ source }) => reader.read(source).holds);
  return !isSatisfiable(allOf(...holds, opposite(reader.read(then.source).holds)));
}
