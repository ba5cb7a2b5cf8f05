import type { Answers } from '../answers/answers.js';
import type { IsoDate } from '../procedure/procedure.js';
import type { WorkflowState } from '../workflow/review-state.js';

/** Answers that somebody is filling in. Plain JSON. */
export interface StoredDraft {
  readonly id: string;
  readonly kind: 'draft';
  /** Content hash of the version they were given for. */
  readonly version: string;
  readonly answers: Answers;
}

/** An application that has arrived: its last answers and where it stands. Plain JSON. */
export interface StoredApplication {
  readonly id: string;
  readonly kind: 'application';
  readonly version: string;
  readonly answers: Answers;
  readonly state: WorkflowState;
  /** Its `today`. */
  readonly submittedOn: IsoDate;
}

export type StoredItem = StoredDraft | StoredApplication;
