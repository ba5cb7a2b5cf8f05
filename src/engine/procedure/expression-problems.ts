import type { ExpressionProblem } from '../expression/index.js';
import { type Problem, problem } from '../problem.js';

/** What is wrong with an expression, as problems of the file it stands in: `expression-unknown-name` and so on. */
export function expressionProblems(
  path: string,
  source: string,
  found: readonly ExpressionProblem[],
): Problem[] {
  return found.map(({ code, position, length, params }) =>
    problem(path, `expression-${code}`, {
      ...params,
      position: position + 1,
      part: source.slice(position, position + Math.max(length, 1)).slice(0, 60),
    }),
  );
}
