import type { Procedure, ProcedureFiles } from '../procedure/procedure.js';

/** A procedure as it was published, or as it would be: what was written, and what came of it. */
export interface Version {
  readonly procedure: Procedure;
  readonly files: ProcedureFiles;
}

/**
 * What a change does to answers and applications that are there already, the gravest first.
 *
 * - `loses-answer`: an answer may have no place any more
 * - `stage-gone`: an application may stand where there is nothing
 * - `stricter`: an answer given before may be refused
 * - `asks-more`: a new required answer
 * - `changes-result`: amounts, routes, decisions or dates may come out differently
 * - `looser`: everything that was valid stays valid
 * - `words`: nothing but words
 * - `none`: nobody's answers or cases are touched
 */
export const IMPACTS = [
  'loses-answer',
  'stage-gone',
  'stricter',
  'asks-more',
  'changes-result',
  'looser',
  'words',
  'none',
] as const;
export type Impact = (typeof IMPACTS)[number];

/** Whom a change concerns. */
export type Concerned = 'applicant' | 'staff' | 'author';

/**
 * What has changed. Fields and pages are named by their path in the version where they are: the new one, or the old
 * one for what is gone.
 */
export interface Subject {
  readonly kind: 'page' | 'field' | 'check' | 'table' | 'template' | 'stage' | 'role' | 'procedure';
  readonly name: string;
}

/** One difference that matters to someone. Plain JSON. */
export interface Change {
  /** Words joined by hyphens; each has a sentence in `problem-text/change-sentences.ts`. */
  readonly code: string;
  /** File and JSON Pointer (a line for tables) in the new version; in the old one for what is gone. */
  readonly place: string;
  readonly subject: Subject;
  readonly who: readonly Concerned[];
  readonly impact: Impact;
  /** Fill the sentence. */
  readonly params: Readonly<Record<string, string | number>>;
  /** As JSON; null where there was or is nothing. */
  readonly before: unknown;
  readonly after: unknown;
}

export const EVERYONE: readonly Concerned[] = ['applicant', 'staff', 'author'];
export const APPLICANT: readonly Concerned[] = ['applicant', 'author'];
export const STAFF: readonly Concerned[] = ['staff', 'author'];
export const AUTHOR: readonly Concerned[] = ['author'];

/** Something said to be the same thing under another name, in the terms of the old and of the new version. */
export interface Rename {
  readonly from: string;
  readonly to: string;
}

/** What the author says is the same; the rest is recognised by its definition. */
export interface Renames {
  /** Paths of pages and fields: `store.tel` → `store.phone`, `sales.rows[].amount` → `sales.rows[].value`. */
  readonly fields: readonly Rename[];
  readonly stages: readonly Rename[];
}

export const NO_RENAMES: Renames = { fields: [], stages: [] };
