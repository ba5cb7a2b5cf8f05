import type { Problem } from '../problem.js';
import type { Step } from './plan.js';

interface Found {
  readonly step: Step | null;
  readonly top: number;
  readonly row: number;
  readonly place: number;
  readonly problem: Problem;
}

/** Problems as they are found, given back in the order of the screen. */
export class FoundProblems {
  private readonly found: Found[] = [];
  private readonly keys = new Set<string>();
  private readonly paths = new Set<string>();
  private kept = 0;

  /** @param row number of the row, -1 outside of repeats; a problem known already is not said twice */
  add(step: Step | null, row: number, problem: Problem): void {
    const key = `${problem.path} ${problem.code} ${problem.params?.['id'] ?? ''}`;
    if (this.keys.has(key)) return;
    this.keys.add(key);
    this.paths.add(problem.path);
    const place = step?.place ?? Number.POSITIVE_INFINITY;
    this.found.push({ step, top: step?.repeat?.place ?? place, row, place, problem });
  }

  has(path: string): boolean {
    return this.paths.has(path);
  }

  /** What was found until now counts the next time, too. */
  keep(): void {
    this.kept = this.found.length;
  }

  keptWithout(steps: readonly Step[]): FoundProblems {
    const left = new FoundProblems();
    for (const { step, row, problem } of this.found.slice(0, this.kept))
      if (!step || !steps.includes(step)) left.add(step, row, problem);
    return left;
  }

  inScreenOrder(most: number): readonly Problem[] {
    return [...this.found]
      .sort((a, b) => a.top - b.top || a.row - b.row || a.place - b.place || 0)
      .slice(0, most)
      .map((item) => item.problem);
  }
}
