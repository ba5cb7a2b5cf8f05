import type { NodeCompiler } from '../compile/unit.js';
import type { LinearPattern } from './finding.js';
import type { BuiltIn } from './signature.js';

export type CompiledPattern =
  { readonly ok: true; readonly pattern: LinearPattern } | { readonly ok: false; readonly reason: string };

/** Regular expressions whose time grows with the length of the text and nothing else. */
export interface Patterns {
  compile(source: string, flags: string): CompiledPattern;
}

/** The calendar of the offices; days as "2021-10-01". */
export interface WorkingDays {
  isIn(day: string): boolean;
  isOpen(day: string): boolean;
  /** @returns null where the calendar ends */
  after(day: string, count: number): string | null;
  between(from: string, to: string): number;
}

/** Words of the language that few forms use. */
export interface RareWords {
  readonly nodes: ReadonlyMap<string, NodeCompiler>;
  readonly functions: ReadonlyMap<string, BuiltIn>;
}

/**
 * What few functions need and weighs much: RE2 and eighty years of holidays are more than all the rest of the
 * evaluator. Whoever compiles has them; a browser that only fills in a form fetches those that the form names.
 */
export interface Parts {
  readonly patterns: Patterns;
  readonly workingDays: WorkingDays;
  readonly rare: RareWords;
}

/** By part, the words that do not run without it. */
const WORDS: Readonly<Record<keyof Parts, readonly string[]>> = {
  patterns: ['matches', 'replace', 'split'],
  workingDays: ['is working day', 'add working days', 'working days between'],
  // Longer names begin with these: `function` also stands for a function written out.
  rare: [
    'instance of',
    'function',
    'get value',
    'get entries',
    'context',
    'range',
    'before',
    'after',
    'meets',
    'met by',
    'overlaps',
    'finishes',
    'finished by',
    'includes',
    'during',
    'starts',
    'started by',
    'coincides',
    'median',
    'stddev',
    'product',
    'mode',
    'sublist',
    'union',
    'insert before',
    'remove',
    'list replace',
    'reverse',
    'index of',
    'flatten',
    'sort',
  ],
};

const atHand: { -readonly [K in keyof Parts]?: Parts[K] } = {};

/** @returns whether somebody supplied it */
export function isAtHand(name: keyof Parts): boolean {
  return atHand[name] !== undefined;
}

export function supplyParts(parts: Partial<Parts>): void {
  Object.assign(atHand, parts);
}

/** @throws Error when nobody supplied it: a fault of ours */
export function part<K extends keyof Parts>(name: K): Parts[K] {
  const supplied = atHand[name];
  if (!supplied) throw new Error(`The expressions need ${name}, which nobody supplied.`);
  return supplied;
}

/** The parts that an expression may ask for, told from the words in it; a word that only looks like one costs a fetch. */
export function partsNamedIn(source: string): readonly (keyof Parts)[] {
  // `starts` is a word about ranges; `starts with` is one of every day.
  const text = source.replace(/\s+/g, ' ').replaceAll('starts with', '');
  return (Object.keys(WORDS) as (keyof Parts)[]).filter((name) =>
    WORDS[name].some((word) => new RegExp(`(?<![\\p{L}\\p{N}_.])${word}(?![\\p{L}\\p{N}_])`, 'u').test(text)),
  );
}
