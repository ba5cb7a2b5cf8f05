import { DATE_FUNCTIONS } from './date.js';
import { JAPANESE_FUNCTIONS } from './japan.js';
import { LIST_FUNCTIONS } from './list.js';
import { LOGIC_FUNCTIONS } from './logic.js';
import { NUMBER_FUNCTIONS } from './number.js';
import { isAtHand, part } from './parts.js';
import type { BuiltIn } from './signature.js';
import { STRING_FUNCTIONS } from './string.js';

const EVERYDAY: ReadonlyMap<string, BuiltIn> = new Map(
  [
    ...NUMBER_FUNCTIONS,
    ...STRING_FUNCTIONS,
    ...LIST_FUNCTIONS,
    ...DATE_FUNCTIONS,
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
  return EVERYDAY.get(name) ?? rare().get(name);
}

export function builtInNames(): readonly string[] {
  return [...EVERYDAY.keys(), ...rare().keys()];
}

function rare(): ReadonlyMap<string, BuiltIn> {
  return isAtHand('rare') ? part('rare').functions : NONE;
}

const NONE: ReadonlyMap<string, BuiltIn> = new Map();
