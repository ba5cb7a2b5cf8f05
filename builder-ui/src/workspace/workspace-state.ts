import type { Operation, ProcedureFiles } from '#engine';
import type { RequestRefused } from '../../../renderer-ui/src/api/request.js';
import type { BuilderDraft, Present } from '../api/drafts.js';
import type { Conflict } from './conflict.js';
import type { FileChange } from './file-change.js';

/** Something done, as it can be undone. */
export interface Step {
  /** What it did, in the author's language: 「質問「氏名」を追加」. */
  readonly words: string;
  readonly changes: readonly FileChange[];
  /** Steps with the same name that follow one another are one: letters typed into one box. */
  readonly joins: string | null;
}

/** Something done that the server does not know of yet; without operations only its texts can be sent. */
export interface Unsent {
  readonly operations: readonly Operation[] | null;
  readonly words: string;
}

/**
 * `saved`: the server has everything. `away`: there is no line, or no server; it goes on by itself. `refused`: the server
 * said no, and nothing goes on by itself.
 */
export type Saving = 'saved' | 'waiting' | 'sending' | 'away' | 'refused' | 'conflict';

export interface WorkspaceState {
  readonly files: ProcedureFiles;
  readonly revision: number;
  readonly undo: readonly Step[];
  readonly redo: readonly Step[];
  readonly saving: Saving;
  /** What the server said no with. */
  readonly refusal: RequestRefused | null;
  readonly conflict: Conflict | null;
  readonly others: readonly Present[];
  /** Who changed something while we looked, and which files; null when nobody did or it was read. */
  readonly arrived: { readonly files: readonly string[]; readonly by: readonly string[] } | null;
  /** What the author looks at, for others to see: `form/applicant.name`. */
  readonly place: string;
  readonly publication: BuilderDraft['publication'];
}

/** As it is kept on this device. */
export interface Kept {
  readonly files: ProcedureFiles;
  /** What the server had, and as which revision. */
  readonly server: { readonly files: ProcedureFiles; readonly revision: number };
  readonly unsent: readonly Unsent[];
  readonly undo: readonly Step[];
  readonly redo: readonly Step[];
}
