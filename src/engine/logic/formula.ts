import type { Region, Variable } from './variables.js';

/** Two-valued, negations pushed down to the leaves. */
export type Formula =
  | { readonly kind: 'leaf'; readonly variable: Variable; readonly holds: (region: Region) => boolean }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Formula[] };

export type Leaf = Extract<Formula, { kind: 'leaf' }>;

export const ALWAYS: Formula = { kind: 'all', parts: [] };
export const NEVER: Formula = { kind: 'any', parts: [] };

export function allOf(...parts: readonly Formula[]): Formula {
  return joined('all', parts);
}

export function anyOf(...parts: readonly Formula[]): Formula {
  return joined('any', parts);
}

export function leaf(variable: Variable, holds: (region: Region) => boolean): Formula {
  return { kind: 'leaf', variable, holds };
}

export function opposite(formula: Formula): Formula {
  if (formula.kind === 'leaf') return leaf(formula.variable, (region) => !formula.holds(region));
  return { kind: formula.kind === 'all' ? 'any' : 'all', parts: formula.parts.map(opposite) };
}

/** Flat, and decided where one part decides. */
function joined(kind: 'all' | 'any', parts: readonly Formula[]): Formula {
  const decisive = kind === 'all' ? 'any' : 'all';
  const flat: Formula[] = [];
  for (const part of parts) {
    if (part.kind === kind) flat.push(...part.parts);
    else if (part.kind === decisive && part.parts.length === 0) return part;
    else flat.push(part);
  }
  const [only] = flat;
  return only && flat.length === 1 ? only : { kind, parts: flat };
}
