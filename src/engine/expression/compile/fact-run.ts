import type { FeelType } from '../types.js';
import { readerOf } from './facts.js';
import { charge, type Facts, type Run } from './unit.js';

/** Reads a fact as its type says. A list is made anew each time it is read, and costs as much as it holds. */
export function factRun(type: FeelType, raw: (facts: Facts) => unknown, position: number): Run {
  const read = readerOf(type);
  if (type.kind !== 'list' && type.kind !== 'any') return (at) => read(raw(at.facts));
  return (at) => {
    const found = raw(at.facts);
    if (Array.isArray(found)) charge(at, found.length, position);
    return read(found);
  };
}
