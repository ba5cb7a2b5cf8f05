import { compileExpression } from '../expression/index.js';
import type { Expression, Scope } from '../expression/index.js';
import { expressionProblems } from '../procedure/expression-problems.js';
import type { Problem } from '../problem.js';
import { problem } from '../problem.js';

/** Compiles an expression that stands at `path`; null when it has problems, which are added to the list. */
export function compileAt(
  path: string,
  source: string,
  scope: Scope,
  problems: Problem[],
): Expression | null {
  const compiled = compileExpression(source, scope);
  if (compiled.ok) return compiled.expression;
  problems.push(...expressionProblems(path, source, compiled.problems));
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

/** Stands in for an expression that has problems, so that the rest can still be judged; what has problems never runs. */
export function neverTrue(): Expression {
  const compiled = compileExpression('false', {});
  if (!compiled.ok) throw new Error('FEEL has the word false');
  return compiled.expression;
}
