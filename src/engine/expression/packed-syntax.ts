import type { Syntax } from './parse.js';

/**
 * A tree as a text, short because it stands beside its source, to which it only adds what the parser found there. A node
 * is one of
 *
 * - `B`: a word or sign that is its own name, as long as the letter's place in the alphabet;
 * - `e12`: a node of one piece, its name by `LETTERS` and its length;
 * - `e…;`: a node of others, from the beginning of the first to the end of the last.
 *
 * Between two nodes is space or a comma. Where more is between them `+2` tells how much, and `:1` instead of `;` how far a
 * node reaches behind its last. A name without letter is written out in bars: `|Interval|`.
 */
export type PackedSyntax = string;

/** What stands in most expressions, each by its place. Part of the format: names are added behind, and never moved. */
export const NAMES = [
  'Identifier',
  'VariableName',
  'PathExpression',
  'PathName',
  'Comparison',
  'CompareOp',
  'StringLiteral',
  'NumericLiteral',
  'Conjunction',
  'Disjunction',
  'FunctionInvocation',
  'PositionalParameters',
  'Expression',
  'ArithmeticExpression',
  'ArithOp',
  'IfExpression',
  'ParenthesizedExpression',
];
/** `a`, and what stands before `A`, in Unicode. */
export const FIRST = 97;
export const BEFORE_WORDS = 64;
export const LONGEST_WORD = 26;

const between = /[\s,]*/y;

/** As much as stands between two nodes where nothing is told. */
export function gapAfter(source: string, end: number): number {
  between.lastIndex = end;
  return between.exec(source)?.[0].length ?? 0;
}

const PIECES = /\+\d+|:\d+|;|[A-Z]|(?:\|[^|]*\||[a-z])\d*/g;

/** What `packSyntax` did not write comes back with a node that has no name, which nothing compiles. */
export function unpackSyntax(source: string, packed: PackedSyntax): Syntax {
  const pieces = packed.match(PIECES) ?? [];
  let at = 0;
  const unpack = (before: number, expected: number): Syntax => {
    let piece = pieces[at++] ?? '';
    let from = before + expected;
    if (piece.startsWith('+')) {
      from = before + Number(piece);
      piece = pieces[at++] ?? '';
    }
    const code = piece.charCodeAt(0);
    const word = code - BEFORE_WORDS;
    if (word > 0 && word <= LONGEST_WORD)
      return { name: source.slice(from, from + word), from, to: from + word, children: [] };
    const [letter = ''] = /^\D*/.exec(piece) ?? [];
    const name = NAMES[code - FIRST] ?? letter.slice(1, -1);
    const length = piece.slice(letter.length);
    const children: Syntax[] = [];
    if (length !== '') return { name, from, to: from + Number(length), children };
    let end = from;
    while (!/^[;:]/.test(pieces[at] ?? ';')) {
      const child = unpack(end, children.length === 0 ? 0 : gapAfter(source, end));
      children.push(child);
      end = child.to;
    }
    return { name, from, to: end + Number((pieces[at++] ?? ';').slice(1)), children };
  };
  return unpack(0, 0);
}
