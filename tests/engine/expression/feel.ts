import {
  compileExpression,
  toJson,
  type Expression,
  type ExpressionProblem,
  type Facts,
  type Scope,
} from '../../../src/engine/expression/index.js';

export function compiled(source: string, scope: Scope = {}): Expression {
  const result = compileExpression(source, scope);
  if (!result.ok) throw new Error(`${source}: ${JSON.stringify(result.problems)}`);
  return result.expression;
}

/** The value as JSON. Names that the facts hold and the scope does not declare may be anything. */
export function feel(source: string, facts: Facts = {}, scope: Scope = {}): unknown {
  const open = Object.fromEntries(Object.keys(facts).map((name) => [name, { kind: 'any' as const }]));
  return toJson(compiled(source, { ...open, ...scope }).evaluate(facts));
}

/** The value as JSON, with types left to run time. */
export function untyped(source: string): unknown {
  const result = compileExpression(source, {}, { checkTypes: false });
  if (!result.ok) throw new Error(`${source}: ${JSON.stringify(result.problems)}`);
  return toJson(result.expression.evaluate({}));
}

export function problemsOf(source: string, scope: Scope = {}): readonly ExpressionProblem[] {
  const result = compileExpression(source, scope);
  return result.ok ? [] : result.problems;
}

/** [code, the text it points at, params] of each problem. */
export function complaints(source: string, scope: Scope = {}): unknown[] {
  return problemsOf(source, scope).map(({ code, position, length, params }) => [
    code,
    source.slice(position, position + length),
    params,
  ]);
}
