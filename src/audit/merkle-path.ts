import { nodeHash } from './merkle.js';

export interface PathStep {
  /** On which side the other hash stands. */
  readonly side: 'left' | 'right';
  /** In hexadecimal. */
  readonly hash: string;
}

/** The other hashes by which a leaf leads up to the root: RFC 6962, section 2.1.1. */
export function merklePath(leaves: readonly Buffer[], pos: number): readonly PathStep[] {
  if (leaves.length <= 1) return [];
  const left = largestPowerBelow(leaves.length);
  return pos < left
    ? [...merklePath(leaves.slice(0, left), pos), { side: 'right', hash: rootOf(leaves.slice(left)) }]
    : [...merklePath(leaves.slice(left), pos - left), { side: 'left', hash: rootOf(leaves.slice(0, left)) }];
}

/** Where a leaf leads by its path. */
export function rootBy(leaf: Buffer, path: readonly PathStep[]): string {
  return path
    .reduce((at, { side, hash }) => {
      const other = Buffer.from(hash, 'hex');
      return side === 'left' ? nodeHash(other, at) : nodeHash(at, other);
    }, leaf)
    .toString('hex');
}

function rootOf(leaves: readonly Buffer[]): string {
  const [first = Buffer.alloc(0)] = leaves;
  return rootBy(first, merklePath(leaves, 0));
}

function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}
