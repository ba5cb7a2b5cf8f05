import type { IsoDate } from '../procedure/procedure.js';
import type { Problem } from '../problem.js';

/** Page name → its answers. Plain JSON as the applicant's browser sends it. */
export type Answers = Readonly<Record<string, unknown>>;

/** What expressions may read beside the answers. */
export interface AnswerContext {
  /** Civil date in Japan. */
  readonly today: IsoDate;
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
