/** Why an expression was refused. Codes are words; the sentences for people live with the interface texts. */
export type ExpressionProblemCode =
  | 'syntax'
  | 'too-long'
  | 'too-deep'
  | 'too-many-entries'
  | 'unsupported'
  | 'unknown-name'
  | 'unknown-field'
  | 'unknown-function'
  | 'unknown-parameter'
  | 'unknown-option'
  | 'unknown-type'
  | 'refused-function'
  | 'wrong-argument-count'
  | 'wrong-type'
  | 'unlike-types'
  | 'condition-not-boolean'
  | 'duplicate-key'
  | 'bad-literal'
  | 'bad-pattern'
  | 'possible-null'
  | 'possible-null-written'
  | 'possible-division-by-zero'
  | 'possible-missing-item'
  | 'possible-empty-list'
  | 'possible-missing-result';

export interface ExpressionProblem {
  readonly code: ExpressionProblemCode;
  /** Offset into the source, in UTF-16 units. */
  readonly position: number;
  readonly length: number;
  /** What the sentence needs: name, suggestion, expected, actual … */
  readonly params: Readonly<Record<string, string | number>>;
}

export type EvaluationErrorCode = 'lookup-no-match' | 'bad-pattern' | 'limit';

/** Thrown while evaluating, when an answer of null would hide a mistake of the author or an attack. */
export class EvaluationError extends Error {
  constructor(
    readonly code: EvaluationErrorCode,
    readonly params: Readonly<Record<string, string | number>>,
    /** Offset into the source of the expression. */
    readonly position: number,
  ) {
    super(`${code} at ${position}: ${JSON.stringify(params)}`);
    this.name = 'EvaluationError';
  }
}

/** The candidate most like `name`, when it is near enough to be a slip of the keyboard. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(name);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor([...wanted].length / 2)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance([...wanted], [...fold(candidate)], bestDistance);
    if (distance < bestDistance && distance < Math.max(wanted.length, candidate.length)) {
      bestDistance = distance;
      best = candidate;
    }
  }
  return best;
}

function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase().slice(0, 60);
}

function editDistance(a: readonly string[], b: readonly string[], enough: number): number {
  if (Math.abs(a.length - b.length) >= enough) return enough;
  let row = b.map((_, index) => index + 1);
  a.forEach((left, i) => {
    let diagonal = i;
    let before = i + 1;
    row = b.map((right, j) => {
      const above = row[j] ?? 0;
      const cost = Math.min(above + 1, before + 1, diagonal + (left === right ? 0 : 1));
      diagonal = above;
      before = cost;
      return cost;
    });
  });
  return row.at(-1) ?? a.length;
}
