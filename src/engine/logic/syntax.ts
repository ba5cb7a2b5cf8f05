import { findBuiltIn } from '../expression/builtins/table.js';
import { compileExpression, knownNames } from '../expression/compile.js';
import { parts } from '../expression/compile/unit.js';
import { parseExpression, type Syntax } from '../expression/parse.js';
import { EvaluationError } from '../expression/problems.js';
import { fieldOf, type FeelType, type Scope } from '../expression/types.js';
import type { FeelValue } from '../expression/values.js';
import type { Tables } from '../procedure/procedure.js';

/** Those of the compiler, so that a tree it has made is found again. */
const SPACED_NAMES = knownNames({});
const WRAPPERS = new Set([
  'Expression',
  'ParenthesizedExpression',
  'PositiveUnaryTest',
  'PositiveUnaryTests',
  'DateTimeLiteral',
]);

/** A parsed expression with the text it came from. */
export interface Source {
  readonly text: string;
  readonly root: Syntax;
}

/** @returns null for what does not parse; a compiled expression always does */
export function parseSource(text: string): Source | null {
  const parsed = parseExpression(text, SPACED_NAMES);
  return parsed.ok ? { text, root: parsed.root } : null;
}

/** The node without the brackets around it. */
export function unwrapped(node: Syntax): Syntax {
  if (!WRAPPERS.has(node.name)) return node;
  const inside = parts(node);
  const [only] = inside;
  return only && inside.length === 1 && only.name !== 'DateTimeConstructor' ? unwrapped(only) : node;
}

/** The text of a node, the same for two that differ only in white space, comments and outer brackets. */
export function keyOfNode(node: Syntax, text: string): string {
  const { from, to } = unwrapped(node);
  return text
    .slice(from, to)
    .replace(/("(?:[^"\\]|\\.)*")|\/\*[^]*?\*\/|\/\/[^\n]*|\s+/g, (all, literal?: string) => literal ?? ' ')
    .replace(/("(?:[^"\\]|\\.)*")|\s*([^\p{L}\p{N}_"\s]+)\s*/gu, (all, literal?: string, mark?: string) =>
      literal === undefined ? (mark ?? all) : literal,
    )
    .trim();
}

/** A name with its inner white space made single. */
export function nameOf(node: Syntax, text: string): string {
  return text.slice(node.from, node.to).replace(/\s+/g, ' ');
}

/** What a term is compared with, where that is the same for everybody: a literal, or a value of the tables. */
export class Constants {
  private readonly scope: Scope;
  private readonly known = new Map<string, FeelValue | undefined>();

  constructor(
    scope: Scope | undefined,
    private readonly tables: Tables | undefined,
  ) {
    const type = scope?.['tables'];
    this.scope = type && tables ? { tables: type } : {};
  }

  /** @returns undefined for what depends on the facts, or cannot be evaluated */
  valueOf(node: Syntax, text: string): FeelValue | undefined {
    if (this.readsFacts(node, text)) return undefined;
    const source = text.slice(node.from, node.to);
    if (!this.known.has(source)) this.known.set(source, this.evaluate(source));
    return this.known.get(source);
  }

  private evaluate(source: string): FeelValue | undefined {
    const compiled = compileExpression(source, this.scope);
    if (!compiled.ok) return undefined;
    try {
      return compiled.expression.evaluate({ tables: this.tables });
    } catch (error) {
      if (error instanceof EvaluationError) return undefined;
      throw error;
    }
  }

  private readsFacts(node: Syntax, text: string): boolean {
    if (node.name === 'VariableName') return !Object.hasOwn(this.scope, nameOf(node, text));
    const [first] = node.children;
    const called =
      node.name === 'FunctionInvocation' && first && findBuiltIn(nameOf(first, text)) ? first : null;
    return node.children.some((child) => child !== called && this.readsFacts(child, text));
  }
}

/** The declared type of a fact named as a dotted path; null for anything else. */
export function typeOfPath(key: string, scope: Scope | undefined): FeelType | null {
  const [root = '', ...rest] = key.split('.');
  let type: FeelType | undefined = scope && Object.hasOwn(scope, root) ? scope[root] : undefined;
  for (const name of rest) type = type && fieldOf(type, name);
  return type && type.kind !== 'any' && type.kind !== 'null' ? type : null;
}
