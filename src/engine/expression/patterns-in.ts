import { unquote } from './compile/literal.js';
import { knownNames } from './compile.js';
import type { Expression } from './expression.js';
import { parseExpression, type Syntax } from './parse.js';
import type { Scope } from './types.js';

/** Function → how many arguments a call without flags has; the pattern is the second. */
const TAKES_PATTERN: ReadonlyMap<string, number> = new Map([
  ['matches', 2],
  ['replace', 3],
  ['split', 2],
]);

/**
 * The patterns of an expression that compiled over that scope.
 *
 * @returns null where a pattern is not written out, has flags, or its function is handed on as a value
 */
export function patternsIn({ source }: Expression, scope: Scope): readonly string[] | null {
  const parsed = parseExpression(source, knownNames(scope));
  if (!parsed.ok) return null;
  const found: string[] = [];
  return collect(parsed.root, source, found) ? found : null;
}

function collect(node: Syntax, source: string, found: string[]): boolean {
  if (node.name !== 'FunctionInvocation')
    return !isPatternFunction(node, source) && node.children.every((child) => collect(child, source, found));
  const [called, ...given] = node.children;
  if (!called || !isPatternFunction(called, source))
    return node.children.every((child) => collect(child, source, found));
  const args = given.find((child) => child.name === 'PositionalParameters')?.children ?? [];
  const pattern = args[1];
  if (pattern?.name !== 'StringLiteral' || args.length !== TAKES_PATTERN.get(textOf(called, source)))
    return false;
  found.push(unquote(textOf(pattern, source)));
  return args.every((child) => collect(child, source, found));
}

function isPatternFunction(node: Syntax, source: string): boolean {
  return node.name === 'VariableName' && TAKES_PATTERN.has(textOf(node, source));
}

function textOf({ from, to }: Syntax, source: string): string {
  return source.slice(from, to);
}
