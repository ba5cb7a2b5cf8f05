import type { ProcedureFiles } from '#engine';
import type { BuilderDraft } from '../api/drafts.js';
import { changesBetween } from './file-change.js';

/** Two authors changed the same file, and nobody but them can say which it shall be. Nothing of either is lost. */
export interface Conflict {
  readonly revision: number;
  /** As the server has them. */
  readonly files: ProcedureFiles;
  /** Files that are different on both sides. */
  readonly contested: readonly string[];
}

/** @param before what both began from */
export function conflictBetween(
  before: ProcedureFiles,
  mine: ProcedureFiles,
  { files, revision }: Pick<BuilderDraft, 'files' | 'revision'>,
): Conflict {
  const changed = (after: ProcedureFiles): readonly string[] =>
    changesBetween(before, after).map(({ file }) => file);
  const theirs = new Set(changed(files));
  const contested = changed(mine).filter((file) => theirs.has(file) && files[file] !== mine[file]);
  return { revision, files, contested };
}
