import { type Problem, problem } from '../problem.js';
import type { ExpectedProblem } from './read-example.js';

/** Where an example does not come out as it says, at the places of its file. */
export class ExampleDifferences {
  readonly problems: Problem[] = [];

  /** @param file `examples/floor-amount.json` */
  constructor(private readonly file: string) {}

  report(place: string, code: string, params?: Problem['params']): void {
    this.problems.push(problem(`${this.file}#${place}`, code, params));
  }

  /** @param place JSON Pointer into the file */
  compare(place: string, expectation: string, expected: unknown, got: unknown): void {
    const [wanted, found] = [inWords(expected), inWords(got)];
    if (wanted !== found)
      this.report(place, 'example-differs', { expectation, expected: wanted, got: found });
  }

  /** As whole lists, in any order. */
  compareProblems(
    place: string,
    expectation: string,
    expected: readonly ExpectedProblem[],
    got: readonly Problem[],
  ): void {
    const matches = (want: ExpectedProblem, one: Problem) =>
      want.path === one.path &&
      want.code === one.code &&
      (want.id === null || want.id === one.params?.['id']);
    const same =
      expected.length === got.length &&
      expected.every((want) => got.some((one) => matches(want, one))) &&
      got.every((one) => expected.some((want) => matches(want, one)));
    if (same) return;
    const word = (one: { readonly path: string; readonly code: string }, id: unknown) =>
      `${one.path} ${one.code}${id === null || id === undefined ? '' : ` ${String(id)}`}`;
    this.compare(
      place,
      expectation,
      expected.map((want) => word(want, want.id)),
      got.map((one) => word(one, one.params?.['id'])),
    );
  }
}

/** As the file writes it. */
export function inWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
