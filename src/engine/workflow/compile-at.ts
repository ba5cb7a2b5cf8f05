import { compileExpression } from '../expression/index.js';
import type { Expression, Scope } from '../expression/index.js';
import type { Problem } from '../problem.js';
import { problem } from '../problem.js';

/**
 * Compiles an expression that stands at `path`; its problems keep the code of the expression compiler and gain
 * `source`, `position` (UTF-16 offset into it) and `length`.
 */
export function compileAt(
  path: string,
  source: string,
  scope: Scope,
  problems: Problem[],
): Expression | null {
  const compiled = compileExpression(source, scope);
  if (compiled.ok) return compiled.expression;
  for (const { code, position, length, params } of compiled.problems) {
    problems.push(problem(path, code, { ...params, source, position, length }));
  }
  return null;
}

/** As `compileAt`, for what must be true or false. */
export function compileConditionAt(
  path: string,
  source: string,
  scope: Scope,
  problems: Problem[],
): Expression | null {
  const expression = compileAt(path, source, scope, problems);
  if (expression && !['boolean', 'any', 'null'].includes(expression.type.kind)) {
    problems.push(problem(path, 'condition-not-boolean', { source, actual: expression.type.kind }));
    return null;
  }
  return expression;
}
