import { MAX_STEPS } from './limits.js';
import { isList, MapContext, type FeelValue } from './values.js';

/**
 * How many parts a value has that the expression itself made, so that walking through it can be paid for beforehand.
 * A list may hold another list twice, and that one a third twice …: counting stops where no budget could pay.
 */
export function weightOf(value: FeelValue): number {
  const waiting: FeelValue[] = [value];
  let weight = 0;
  for (let next = waiting.pop(); next !== undefined && weight <= MAX_STEPS; next = waiting.pop()) {
    const parts = partsOf(next);
    weight += parts.length;
    for (const part of parts) if (isMade(part)) waiting.push(part);
  }
  return weight;
}

function isMade(value: FeelValue): boolean {
  return typeof value === 'object' && value !== null && (isList(value) || value instanceof MapContext);
}

function partsOf(value: FeelValue): readonly FeelValue[] {
  if (value === null || typeof value !== 'object') return [];
  if (isList(value)) return value;
  return value instanceof MapContext ? value.values() : [];
}
