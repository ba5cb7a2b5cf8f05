import { BEFORE_WORDS, FIRST, gapAfter, LONGEST_WORD, NAMES, type PackedSyntax } from './packed-syntax.js';
import type { Syntax } from './parse.js';

const LETTERS: ReadonlyMap<string, string> = new Map(
  NAMES.map((name, place) => [name, String.fromCodePoint(FIRST + place)]),
);

/** The tree of an expression, to stand beside its source. */
export function packSyntax(source: string, root: Syntax): PackedSyntax {
  const pack = ({ name, from, to, children }: Syntax, gap: number, expected: number): string => {
    const before = gap === expected ? '' : `+${gap}`;
    const length = to - from;
    if (children.length === 0 && source.slice(from, to) === name && length <= LONGEST_WORD && length > 0)
      return before + String.fromCodePoint(BEFORE_WORDS + length);
    const letter = LETTERS.get(name) ?? `|${name}|`;
    if (children.length === 0) return before + letter + String(length);
    let end = from;
    let packed = before + letter;
    for (const [place, child] of children.entries()) {
      packed += pack(child, child.from - end, place === 0 ? 0 : gapAfter(source, end));
      end = child.to;
    }
    return packed + (to === end ? ';' : `:${to - end}`);
  };
  return pack(root, root.from, 0);
}
