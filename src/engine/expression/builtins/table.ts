import { CONTEXT_FUNCTIONS } from './context.js';
import { DATE_FUNCTIONS } from './date.js';
import { JAPANESE_FUNCTIONS } from './japan.js';
import { LIST_FUNCTIONS } from './list.js';
import { LOGIC_FUNCTIONS } from './logic.js';
import { NUMBER_FUNCTIONS } from './number.js';
import { RANGE_FUNCTIONS } from './range.js';
import type { BuiltIn } from './signature.js';
import { STRING_FUNCTIONS } from './string.js';

const BUILT_INS: ReadonlyMap<string, BuiltIn> = new Map(
  [
    ...NUMBER_FUNCTIONS,
    ...STRING_FUNCTIONS,
    ...LIST_FUNCTIONS,
    ...CONTEXT_FUNCTIONS,
    ...DATE_FUNCTIONS,
    ...RANGE_FUNCTIONS,
    ...LOGIC_FUNCTIONS,
    ...JAPANESE_FUNCTIONS,
  ].map((builtIn) => [builtIn.name, builtIn]),
);

/** FEEL functions left out on purpose, and what to write instead. */
export const REFUSED: ReadonlyMap<string, string> = new Map([
  // Time is an argument: the same facts must give the same result tomorrow.
  ['today', 'today'],
  ['now', 'today'],
]);

export function findBuiltIn(name: string): BuiltIn | undefined {
  return BUILT_INS.get(name);
}

export function builtInNames(): readonly string[] {
  return [...BUILT_INS.keys()];
}
