import { type Decimal, finite, ONE } from '../decimal.js';
import { listOf, NUMBER } from '../types.js';
import type { FeelValue } from '../values.js';
import { keyOf } from '../text.js';
import { ofNumbers, total } from './list.js';
import { aggregate, builtIn, numbers, sometimesNull, type BuiltIn } from './signature.js';

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

export const STATISTICS: readonly BuiltIn[] = [
  ofNumbers('median', median),
  sometimesNull(ofNumbers('stddev', standardDeviation)),
  ofNumbers('product', (items) =>
    items.length === 0 ? null : finite(items.reduce((a, b) => a.times(b), ONE)),
  ),
  builtIn('mode', ...aggregate(numbers, listOf(NUMBER), mode)),
];
