/** What an applicant can show of a procedure. */
export type GoalKind =
  | 'asked'
  | 'not-asked'
  | 'choice'
  | 'branch'
  | 'alone'
  | 'boundary'
  | 'check-held'
  | 'check-failed'
  | 'stage-check'
  | 'stage'
  | 'end'
  | 'route'
  | 'action'
  | 'timer'
  | 'message'
  | 'notice';

/** One thing that somebody should reach. */
export interface Goal {
  /** The same for the same thing, from one run to the next. */
  readonly id: string;
  readonly kind: GoalKind;
  /**
   * Where it is: a JSON Pointer into the answers with `*` for a row (`/sales/rows/*` `/amount`), or a pointer into
   * workflow.json (`/stages/review/actions/pass`).
   */
  readonly place: string;
  /** What of it: the condition, the choice, the check, the template; empty where the place says all. */
  readonly detail: string;
}

export type GoalVerdict =
  | { readonly verdict: 'reached'; /** Files of the applicants. */ readonly by: readonly string[] }
  /** Proved: no answers can reach it. */
  | { readonly verdict: 'unreachable' }
  /** Neither found nor excluded. */
  | { readonly verdict: 'not-found' };

export type GoalReport = Goal & GoalVerdict;
