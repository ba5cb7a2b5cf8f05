import type { Syntax } from './parse.js';

/** A tree as plain JSON: its name, where it begins and ends in the source, and what is under it. */
export type PackedSyntax = readonly [name: string, from: number, to: number, ...children: unknown[]];

export function packSyntax({ name, from, to, children }: Syntax): PackedSyntax {
  return [name, from, to, ...children.map(packSyntax)];
}

export function unpackSyntax([name, from, to, ...children]: PackedSyntax): Syntax {
  return { name, from, to, children: children.map((child) => unpackSyntax(child as PackedSyntax)) };
}
