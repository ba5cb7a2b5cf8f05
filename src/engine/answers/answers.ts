import type { ApplicationStatus, IsoDate } from '../procedure/procedure.js';
import type { Problem } from '../problem.js';

/** Page name → its answers. Plain JSON as the applicant's browser sends it. */
export type Answers = Readonly<Record<string, unknown>>;

/** An application that an answer may name by its number. */
export interface KnownApplication {
  readonly procedure: string;
  readonly status: ApplicationStatus;
  /** By `ApplicationFact.fact`. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What an evaluation may read beside the answers. */
export interface AnswerContext {
  /** Civil date in Japan. */
  readonly today: IsoDate;
  /**
   * The applications that the applicant may refer to, by number. Left out where what was submitted is looked at again:
   * its answers then hold what was found, and count as they are.
   */
  readonly applications?: Readonly<Record<string, KnownApplication>> | undefined;
}

/** Ajv's compiled function for one page: dynamic on the server, a standalone module in the browser; the same code. */
export interface PageValidator {
  (data: unknown): boolean;
  errors?: readonly PageValidatorError[] | null | undefined;
}

export interface PageValidatorError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export type PageValidators = Readonly<Record<string, PageValidator>>;

/** The verdict over one set of answers. */
export interface Evaluation {
  /** Pruned to what is asked, with every computed value set by the engine. */
  readonly answers: Answers;
  /** JSON Pointers of everything asked: pages, groups, fields, rows. */
  readonly asked: ReadonlySet<string>;
  /** Errors and warnings in the order of the screen. */
  readonly problems: readonly Problem[];
  /** The day it was made for. */
  readonly context: AnswerContext;
}
