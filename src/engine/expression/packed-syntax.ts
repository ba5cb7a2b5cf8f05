import type { Syntax } from './parse.js';

/**
 * A tree as plain JSON: its name, how far it begins behind the end of what stands before it (or the beginning of what it
 * stands in), its length, and what is under it. Counted like this, alike expressions are alike, and pack well.
 */
export type PackedSyntax = readonly [name: string, gap: number, length: number, ...children: unknown[]];

export function packSyntax({ name, from, to, children }: Syntax, before = 0): PackedSyntax {
  let end = from;
  const packed = children.map((child) => {
    const one = packSyntax(child, end);
    end = child.to;
    return one;
  });
  return [name, from - before, to - from, ...packed];
}

export function unpackSyntax([name, gap, length, ...children]: PackedSyntax, before = 0): Syntax {
  const from = before + gap;
  let end = from;
  const unpacked = children.map((child) => {
    const one = unpackSyntax(child as PackedSyntax, end);
    end = one.to;
    return one;
  });
  return { name, from, to: from + length, children: unpacked };
}
