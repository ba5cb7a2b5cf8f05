import { Decimal, finite, ONE, ZERO } from '../decimal.js';
import { ANY, BOOLEAN, listOf, NUMBER, unify, type FeelType } from '../types.js';
import { compare, equal, FeelFunction, isList, type FeelValue } from '../values.js';
import { MAX_STEPS } from '../limits.js';
import { keyOf } from '../text.js';
import { Walk } from '../walk.js';
import {
  aggregate,
  any,
  builtIn,
  fn,
  list,
  number,
  numbers,
  optional,
  signature,
  sometimesNull,
  type BuiltIn,
} from './signature.js';

type Items = readonly FeelValue[];

function itemType(args: readonly FeelType[]): FeelType {
  const [first] = args;
  return first?.kind === 'list' ? first.of : (first ?? ANY);
}

/** The list's own type; a single value counts as the list of it. */
function sameList(args: readonly FeelType[]): FeelType {
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

function ofNumbers(name: string, compute: (items: readonly Decimal[]) => FeelValue): BuiltIn {
  return sometimesNull(builtIn(name, ...aggregate(numbers, NUMBER, compute)), 'empty-list');
}

function total(items: readonly Decimal[]): Decimal {
  return items.reduce((sum, item) => sum.plus(item), ZERO);
}

function median(items: readonly Decimal[]): FeelValue {
  const sorted = [...items].sort((a, b) => a.cmp(b));
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low && high ? low.plus(high).div(2) : null;
}

function mode(items: readonly Decimal[]): FeelValue {
  const counts = new Map<string, { value: Decimal; count: number }>();
  for (const value of items) {
    const entry = counts.get(keyOf(value)) ?? { value, count: 0 };
    entry.count++;
    counts.set(keyOf(value), entry);
  }
  const most = Math.max(0, ...[...counts.values()].map(({ count }) => count));
  const winners = [...counts.values()].filter(({ count }) => count === most).map(({ value }) => value);
  return winners.sort((a, b) => a.cmp(b));
}

function standardDeviation(items: readonly Decimal[]): FeelValue {
  if (items.length < 2) return null;
  const mean = total(items).div(items.length);
  const squares = items.map((item) => item.minus(mean).pow(2));
  return finite(
    total(squares)
      .div(items.length - 1)
      .sqrt(),
  );
}

/** Three-valued over a list: `decisive` settles it, any other non-boolean leaves it open. */
function quantifier(name: string, decisive: boolean): BuiltIn {
  const decide = (items: Items): FeelValue => {
    if (items.includes(decisive)) return decisive;
    return items.every((item) => item === !decisive) ? !decisive : null;
  };
  return sometimesNull(builtIn(name, ...aggregate(list, BOOLEAN, decide)), 'null-items');
}

function sublist(items: Items, start: Decimal, length: Decimal | undefined): FeelValue {
  const from = start.trunc().toNumber();
  if (from === 0 || Math.abs(from) > items.length) return null;
  const begin = from > 0 ? from - 1 : items.length + from;
  if (length === undefined) return items.slice(begin);
  const count = length.trunc().toNumber();
  return count < 0 || begin + count > items.length ? null : items.slice(begin, begin + count);
}

function place(items: Items, position: Decimal): number | null {
  const at = position.toNumber();
  if (!Number.isInteger(at) || at === 0 || Math.abs(at) > items.length) return null;
  return at > 0 ? at - 1 : items.length + at;
}

function distinct(items: Items): FeelValue[] {
  const seen = new Map<string, FeelValue>();
  for (const item of items) if (!seen.has(keyOf(item))) seen.set(keyOf(item), item);
  return [...seen.values()];
}

function flatten(items: Items, walk = new Walk(), into: FeelValue[] = []): FeelValue[] {
  walk.enter();
  for (const item of items) {
    if (isList(item)) flatten(item, walk, into);
    // The caller counts the result against the budget; there is no need to finish what is beyond it.
    else if (into.push(item) > MAX_STEPS) break;
  }
  walk.leave();
  return into;
}

/** Merge sort by the caller's own order: it never compares more often than n·log n, whatever the function says. */
function sorted(items: Items, precedes: (a: FeelValue, b: FeelValue) => boolean): FeelValue[] {
  if (items.length < 2) return [...items];
  const middle = items.length >> 1;
  const [left, right] = [sorted(items.slice(0, middle), precedes), sorted(items.slice(middle), precedes)];
  const merged: FeelValue[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [a, b] = [left[i], right[j]];
    if (a === undefined || b === undefined) return merged.concat(left.slice(i), right.slice(j));
    if (precedes(b, a)) {
      merged.push(b);
      j++;
    } else {
      merged.push(a);
      i++;
    }
  }
}

function replaceWhere(items: Items, matches: FeelFunction, replacement: FeelValue): FeelValue {
  const verdicts = items.map((item) => matches.invoke([item, replacement]));
  if (!verdicts.every((verdict) => typeof verdict === 'boolean')) return null;
  return items.map((item, index) => (verdicts[index] === true ? replacement : item));
}

const toLists = (items: Items): Items => items.flatMap((item) => (isList(item) ? item : [item]));

function spread(
  name: string,
  compute: (items: Items) => FeelValue,
  returns: (args: readonly FeelType[]) => FeelType,
): BuiltIn {
  const [, variadic] = aggregate(list, returns, compute);
  return builtIn(name, ...(variadic ? [{ ...variadic, returns }] : []));
}

const joinedType = (args: readonly FeelType[]): FeelType =>
  listOf(args.map((type) => (type.kind === 'list' ? type.of : type)).reduce(unify));

export const LIST_FUNCTIONS: readonly BuiltIn[] = [
  extreme('min', (order) => order < 0),
  extreme('max', (order) => order > 0),
  ofNumbers('sum', (items) => (items.length === 0 ? null : finite(total(items)))),
  ofNumbers('mean', (items) => (items.length === 0 ? null : finite(total(items).div(items.length)))),
  ofNumbers('median', median),
  sometimesNull(ofNumbers('stddev', standardDeviation)),
  ofNumbers('product', (items) =>
    items.length === 0 ? null : finite(items.reduce((a, b) => a.times(b), ONE)),
  ),
  builtIn('mode', ...aggregate(numbers, listOf(NUMBER), mode)),
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
  sometimesNull(
    builtIn(
      'sublist',
      signature([list('list'), number('start position'), optional(number('length'))], sameList, sublist),
    ),
  ),
  spread(
    'append',
    ([first, ...rest]) =>
      first === undefined || first === null ? null : [...(isList(first) ? first : [first]), ...rest],
    joinedType,
  ),
  spread('concatenate', (lists) => (lists.includes(null) ? null : toLists(lists)), joinedType),
  spread('union', (lists) => (lists.includes(null) ? null : distinct(toLists(lists))), joinedType),
  sometimesNull(
    builtIn(
      'insert before',
      signature([list('list'), number('position'), any('newItem')], sameList, (items, position, item) => {
        const at = place(items, position);
        return at === null ? null : [...items.slice(0, at), item, ...items.slice(at)];
      }),
    ),
  ),
  sometimesNull(
    builtIn(
      'remove',
      signature([list('list'), number('position')], sameList, (items, position) => {
        const at = place(items, position);
        return at === null ? null : items.filter((_, index) => index !== at);
      }),
    ),
  ),
  sometimesNull(
    builtIn(
      'list replace',
      signature([list('list'), number('position'), any('newItem')], sameList, (items, position, item) => {
        const at = place(items, position);
        return at === null ? null : items.map((old, index) => (index === at ? item : old));
      }),
      signature([list('list'), fn('match'), any('newItem')], sameList, replaceWhere),
    ),
  ),
  builtIn(
    'reverse',
    signature([list('list')], sameList, (items) => [...items].reverse()),
  ),
  builtIn(
    'index of',
    signature([list('list'), any('match')], listOf(NUMBER), (items, match) =>
      items.flatMap((item, index) => (equal(item, match) === true ? [new Decimal(index + 1)] : [])),
    ),
  ),
  builtIn('distinct values', signature([list('list')], sameList, distinct)),
  builtIn(
    'flatten',
    signature([list('list')], listOf(ANY), (items) => flatten(items)),
  ),
  sometimesNull(
    builtIn(
      'sort',
      signature([list('list'), optional(fn('precedes'))], sameList, (items, precedes) => {
        if (precedes) return sorted(items, (a, b) => precedes.invoke([a, b]) === true);
        if (items.some((item) => compare(item, items[0] ?? null) === null)) return null;
        return sorted(items, (a, b) => (compare(a, b) ?? 0) < 0);
      }),
    ),
    'null-items',
  ),
];
