import { Decimal } from '../decimal.js';
import { ANY, listOf, NUMBER } from '../types.js';
import { compare, equal, type FeelFunction, isList, type FeelValue } from '../values.js';
import { MAX_STEPS } from '../limits.js';
import { Walk } from '../walk.js';
import { distinct, type Items, joinedType, sameList, spread, toLists } from './list.js';
import {
  any,
  builtIn,
  fn,
  list,
  number,
  optional,
  signature,
  sometimesNull,
  type BuiltIn,
} from './signature.js';

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

/** What takes lists apart and puts them together in another order. */
export const SEQUENCE_FUNCTIONS: readonly BuiltIn[] = [
  sometimesNull(
    builtIn(
      'sublist',
      signature([list('list'), number('start position'), optional(number('length'))], sameList, sublist),
    ),
  ),
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
