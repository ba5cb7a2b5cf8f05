import { RootNames } from './compile/names.js';
import { NODE_COMPILERS } from './compile/nodes.js';
import { Unit } from './compile/unit.js';
import { expressionOf, type Expression } from './expression.js';
import { type PackedSyntax, unpackSyntax } from './packed-syntax.js';
import type { Scope } from './types.js';

/** An expression that was compiled before and read again: its source, and the tree that the parser made of it. */
export type PackedExpression = readonly [source: string, tree: PackedSyntax];

/**
 * Makes closures of a tree, as `compileExpression` does of a source, but carries no parser.
 *
 * @returns null for a tree that this engine does not understand: another one made it
 */
export function linkExpression([source, tree]: PackedExpression, scope: Scope): Expression | null {
  const root = unpackSyntax(source, tree);
  const unit = new Unit(source, NODE_COMPILERS, { checkTypes: true, tracing: false, clock: false });
  const code = unit.compile(root, new RootNames(scope));
  return unit.problems.length > 0 ? null : expressionOf(source, scope, root, unit, code);
}
