import type { ExpressionProblem, ExpressionProblemCode } from '../problems.js';
import type { Gap, GapReason } from './presence.js';

const CODES: Readonly<Record<GapReason, ExpressionProblemCode>> = {
  unanswered: 'possible-null',
  written: 'possible-null-written',
  division: 'possible-division-by-zero',
  'no-item': 'possible-missing-item',
  'empty-list': 'possible-empty-list',
  'no-result': 'possible-missing-result',
};

/** What is wrong where a value is needed; `field` is the fact that may not be answered, `function` what has no result. */
export function gapProblem({ node, reason, of }: Gap): ExpressionProblem {
  const named = reason === 'unanswered' ? 'field' : 'function';
  return {
    code: CODES[reason],
    position: node.from,
    length: node.to - node.from,
    params: of === '' ? {} : { [named]: of },
  };
}
