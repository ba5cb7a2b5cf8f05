import { patternFault } from './pattern-fault.js';

/** Longer than what expressions of forms look at: a name, an address, a few lines. */
const LONGEST = 4000;

/**
 * Whether every engine finds the same with these patterns, in bounded time, so that the browser's own may look. What
 * can match nothing at all is left to RE2: engines differ in where they go on after an empty match.
 */
export function arePlainPatterns(patterns: readonly string[]): boolean {
  return patterns.every(
    (pattern) => patternFault(pattern, LONGEST) === null && !new RegExp(pattern, 'u').test(''),
  );
}
