import type { Problem } from '../problem.js';

/** How an item stands in the new version, the gravest first. */
export const OUTCOMES = [
  'stage-gone',
  'answers-lost',
  'now-refused',
  'must-answer-again',
  'result-changed',
  'unaffected',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One thing found with one item. */
export type Finding =
  /** The stage where it stands, or to which its correction comes back. */
  | { readonly outcome: 'stage-gone'; readonly stage: string }
  /** A JSON Pointer into the answers as they are stored. */
  | { readonly outcome: 'answers-lost'; readonly path: string }
  /** What the applicant can put right by answering that question: `problem.path` points into the new answers. */
  | { readonly outcome: 'must-answer-again'; readonly problem: Problem }
  /** What no single answer is to blame for: a check across questions, a formula that fails. */
  | { readonly outcome: 'now-refused'; readonly problem: Problem }
  /** A computed value, by its pointer in the new answers; null where there was or is none. */
  | {
      readonly outcome: 'result-changed';
      readonly path: string;
      readonly before: unknown;
      readonly after: unknown;
    };

/** What was found with one draft or application. */
export interface Verdict {
  readonly id: string;
  readonly kind: 'draft' | 'application';
  /** The gravest of the findings; `unaffected` without any. */
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
}

export function gravest(findings: readonly Finding[]): Outcome {
  return OUTCOMES.find((outcome) => findings.some((found) => found.outcome === outcome)) ?? 'unaffected';
}
