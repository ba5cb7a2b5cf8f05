import { Decimal, finite, ZERO } from '../decimal.js';
import { ANY, BOOLEAN, listOf, NUMBER, unify, type FeelType } from '../types.js';
import { compare, equal, isList, type FeelValue } from '../values.js';
import { keyOf } from '../text.js';
import {
  aggregate,
  any,
  builtIn,
  list,
  numbers,
  signature,
  sometimesNull,
  type BuiltIn,
} from './signature.js';

export type Items = readonly FeelValue[];

function itemType(args: readonly FeelType[]): FeelType {
  const [first] = args;
  return first?.kind === 'list' ? first.of : (first ?? ANY);
}

/** The list's own type; a single value counts as the list of it. */
export function sameList(args: readonly FeelType[]): FeelType {
  return listOf(itemType(args));
}

function extreme(name: string, better: (order: number) => boolean): BuiltIn {
  const pick = (items: Items): FeelValue => {
    const [first, ...rest] = items;
    if (first === undefined || compare(first, first) === null) return null;
    let best = first;
    for (const item of rest) {
      const order = compare(item, best);
      if (order === null) return null;
      if (better(order)) best = item;
    }
    return best;
  };
  return sometimesNull(builtIn(name, ...aggregate(list, itemType, pick)), 'empty-list');
}

export function ofNumbers(name: string, compute: (items: readonly Decimal[]) => FeelValue): BuiltIn {
  return sometimesNull(builtIn(name, ...aggregate(numbers, NUMBER, compute)), 'empty-list');
}

export function total(items: readonly Decimal[]): Decimal {
  return items.reduce((sum, item) => sum.plus(item), ZERO);
}

/** Three-valued over a list: `decisive` settles it, any other non-boolean leaves it open. */
function quantifier(name: string, decisive: boolean): BuiltIn {
  const decide = (items: Items): FeelValue => {
    if (items.includes(decisive)) return decisive;
    return items.every((item) => item === !decisive) ? !decisive : null;
  };
  return sometimesNull(builtIn(name, ...aggregate(list, BOOLEAN, decide)), 'null-items');
}

export function distinct(items: Items): FeelValue[] {
  const seen = new Map<string, FeelValue>();
  for (const item of items) if (!seen.has(keyOf(item))) seen.set(keyOf(item), item);
  return [...seen.values()];
}

export const toLists = (items: Items): Items => items.flatMap((item) => (isList(item) ? item : [item]));

export function spread(
  name: string,
  compute: (items: Items) => FeelValue,
  returns: (args: readonly FeelType[]) => FeelType,
): BuiltIn {
  const [, variadic] = aggregate(list, returns, compute);
  return builtIn(name, ...(variadic ? [{ ...variadic, returns }] : []));
}

export const joinedType = (args: readonly FeelType[]): FeelType =>
  listOf(args.map((type) => (type.kind === 'list' ? type.of : type)).reduce(unify));

export const LIST_FUNCTIONS: readonly BuiltIn[] = [
  extreme('min', (order) => order < 0),
  extreme('max', (order) => order > 0),
  ofNumbers('sum', (items) => (items.length === 0 ? null : finite(total(items)))),
  ofNumbers('mean', (items) => (items.length === 0 ? null : finite(total(items).div(items.length)))),
  quantifier('all', false),
  quantifier('any', true),
  builtIn(
    'count',
    signature([list('list')], NUMBER, (items) => new Decimal(items.length)),
  ),
  builtIn(
    'list contains',
    signature([list('list'), any('element')], BOOLEAN, (items, element) =>
      items.some((item) => equal(item, element) === true),
    ),
  ),
  spread(
    'append',
    ([first, ...rest]) =>
      first === undefined || first === null ? null : [...(isList(first) ? first : [first]), ...rest],
    joinedType,
  ),
  spread('concatenate', (lists) => (lists.includes(null) ? null : toLists(lists)), joinedType),
  builtIn('distinct values', signature([list('list')], sameList, distinct)),
];
