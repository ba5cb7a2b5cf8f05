import type { Expression } from '../expression/index.js';

/**
 * What was compiled, as plain JSON again: an expression as it is written, a map as an object. Two things are the same
 * when their plain forms are.
 *
 * @param read how an expression is to be read: a name of the old version by its name in the new one
 */
export function plain(value: unknown, read: (source: string) => string = (source) => source): unknown {
  if (value === undefined || typeof value === 'function') return null;
  if (typeof value !== 'object' || value === null) return value;
  if (isExpression(value)) return read(value.source);
  if (value instanceof Set) return [...value].map((item) => plain(item, read));
  if (Array.isArray(value)) return value.map((item: unknown) => plain(item, read));
  const members: Iterable<readonly [unknown, unknown]> =
    value instanceof Map ? (value as ReadonlyMap<unknown, unknown>) : Object.entries(value);
  return Object.fromEntries([...members].map(([name, item]) => [String(name), plain(item, read)]));
}

/** Every expression within something compiled. */
export function expressionsIn(value: unknown): readonly Expression[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isExpression(value)) return [value];
  return [...(value instanceof Map ? value.values() : Object.values(value))].flatMap(expressionsIn);
}

/** Whether two JSON values say the same; the order of an object's members says nothing. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (Array.isArray(value)) return value.map(ordered);
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, item]) => [name, ordered(item)]);
}

function isExpression(value: object): value is Expression {
  return 'evaluate' in value && 'source' in value;
}
