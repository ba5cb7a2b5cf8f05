import { MAX_TEXT_LENGTH } from '../limits.js';

/** One place where a pattern matches. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  /** 0 is all of it; a group that took no part, or that is none, is empty. To be asked before the next is looked for. */
  group(place: number): string;
}

/** A pattern ready to be used, whichever engine looks for it. */
export interface LinearPattern {
  matches(input: string): boolean;
  /** `$1` … `$9` stand for groups, `\$` for a dollar. @returns null for a replacement that is not well formed */
  replace(input: string, replacement: string): string | null;
  split(input: string): string[];
}

/** @param find from left to right, one behind another */
export function patternThatFinds(find: (input: string) => Iterable<Finding>): LinearPattern {
  return {
    matches: (input) => !find(input)[Symbol.iterator]().next().done,
    replace: (input, replacement) => replaceAll(find(input), input, replacement),
    split: (input) => splitAt(find(input), input),
  };
}

function replaceAll(found: Iterable<Finding>, input: string, replacement: string): string | null {
  if (/\$(?!\d)|\\(?![\\$])/.test(replacement.replace(/\\[\\$]/g, ''))) return null;
  let result = '';
  let from = 0;
  for (const at of found) {
    const { start, end } = at;
    result += input.slice(from, start);
    result += replacement.replace(/\\([\\$])|\$(\d)/g, (_all, literal?: string, group?: string) => {
      if (literal !== undefined) return literal;
      return at.group(Number(group));
    });
    from = end;
    if (result.length > MAX_TEXT_LENGTH) break;
  }
  return result + input.slice(from);
}

function splitAt(found: Iterable<Finding>, input: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of found) {
    // An empty match would cut between all characters for ever.
    if (end === start) continue;
    parts.push(input.slice(from, start));
    from = end;
  }
  parts.push(input.slice(from));
  return parts;
}
