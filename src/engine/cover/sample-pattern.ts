import {
  parsePattern,
  PatternError,
  type PatternNode,
  type Ranges,
} from '../procedure/pattern/parse-pattern.js';

/** Letters that people can read, tried in this order. */
const READABLE: Ranges = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0x30a2, 0x30a2],
  [0x3042, 0x3042],
  [0x4e00, 0x9fff],
  [0x21, 0x7e],
];

/** Texts that the pattern lets through: a plain short one, then others that differ in every place they can. */
export function samplePatterns(pattern: string): readonly string[] {
  let tree: PatternNode;
  try {
    tree = parsePattern(pattern);
  } catch (error) {
    if (error instanceof PatternError) return [];
    throw error;
  }
  return [...new Set(VARIANTS.map((variant) => sample(tree, variant)))];
}

interface Variant {
  /** Which of the branches of an “or”. */
  readonly branch: number;
  readonly letter: 'plain' | 'first' | 'last';
  /** How many more than the fewest. */
  readonly more: number;
}

const VARIANTS: readonly Variant[] = [
  { branch: 0, letter: 'plain', more: 0 },
  { branch: 0, letter: 'first', more: 0 },
  { branch: 0, letter: 'plain', more: 1 },
  { branch: 1, letter: 'plain', more: 0 },
  { branch: 2, letter: 'last', more: 0 },
  { branch: 0, letter: 'last', more: 100 },
  ...[2, 3, 4, 5, 6].map((more) => ({ branch: 0, letter: 'plain', more }) as const),
];

function sample(node: PatternNode, variant: Variant): string {
  switch (node.kind) {
    case 'empty':
    case 'start':
    case 'end':
      return '';
    case 'set':
      return String.fromCodePoint(letterOf(node.ranges, variant));
    case 'sequence':
      return node.parts.map((part) => sample(part, variant)).join('');
    case 'either':
      return sample(node.branches[variant.branch % node.branches.length] ?? { kind: 'empty' }, variant);
    case 'repeat': {
      const most = Math.min(node.most, node.least + variant.more, 100);
      return sample(node.of, variant).repeat(Math.max(node.least, most));
    }
  }
}

/** A digit is 1 where it may be, for a number of nothing but noughts looks like none. */
function letterOf(ranges: Ranges, { letter }: Variant): number {
  if (letter === 'plain' && ranges.some(([from, to]) => from <= 0x31 && 0x31 <= to)) return 0x31;
  for (const [low, high] of READABLE) {
    const found = ranges.find(([from, to]) => from <= high && low <= to);
    if (found) return letter === 'last' ? Math.min(found[1], high) : Math.max(found[0], low);
  }
  return ranges[0]?.[0] ?? 0x31;
}
