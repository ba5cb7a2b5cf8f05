import type { Problem } from '../../problem.js';
import { parsePattern, PatternError } from './parse-pattern.js';
import { searchExponent } from './search-exponent.js';
import { buildStates, TooComplex } from './pattern-states.js';

/** A match may take about this many steps: milliseconds on a phone. */
const MOST_STEPS = 20_000_000;

/**
 * Why a pattern may not be used, or null. What passes means the same in every engine, and takes a bounded time even in
 * one that backtracks, as browsers' do: nothing in it can double the work with each letter, and where the work grows
 * as a power of the length, the longest text allowed keeps it small.
 *
 * @param maxLength of the text, in characters
 */
export function patternFault(source: string, maxLength: number): Pick<Problem, 'code' | 'params'> | null {
  try {
    const states = buildStates(parsePattern(source));
    const exponent = searchExponent(states);
    if (maxLength ** exponent <= MOST_STEPS) return null;
    return exponent === Number.POSITIVE_INFINITY
      ? { code: 'pattern-exponential' }
      : { code: 'pattern-slow', params: { maxLength } };
  } catch (error) {
    if (error instanceof PatternError)
      return { code: `pattern-${error.reason}`, params: { position: error.position + 1 } };
    if (error instanceof TooComplex) return { code: 'pattern-too-complex' };
    throw error;
  }
}
