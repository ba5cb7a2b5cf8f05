import { EvaluationError } from './problems.js';

const MAX_VISITS = 300_000;
const MAX_NESTING = 200;

/**
 * Bounds a walk through a nested value. A list may hold another list twice and that one a third twice …:
 * few in memory, endless to walk; or be nested deeper than any stack.
 */
export class Walk {
  private visits = 0;
  private nesting = 0;

  enter(): void {
    if (++this.visits > MAX_VISITS) throw new EvaluationError('limit', { limit: MAX_VISITS }, 0);
    if (++this.nesting > MAX_NESTING) throw new EvaluationError('limit', { limit: MAX_NESTING }, 0);
  }

  leave(): void {
    this.nesting--;
  }
}
