import type { DeskApplicationView, FieldProblem } from '../../../api/types.js';
import { isInside, type Pointer } from '../../../form/index.js';

export type AnswerChange = DeskApplicationView['changes'][number];
type Target = NonNullable<DeskApplicationView['correction']>['targets'][number];

/** What stands beside one answer for the reviewer's eye. */
export interface ReviewMarks {
  readonly warnings: readonly FieldProblem[];
  readonly change: AnswerChange | null;
  readonly target: Target | null;
}

/** Finds the marks of a line; a change or a request on a whole repeat marks each of its lines through its own entry only. */
export function marksAt(application: DeskApplicationView, path: Pointer): ReviewMarks {
  return {
    warnings: application.warnings.filter((warning) => warning.path === path),
    change: application.changes.find((change) => change.path === path) ?? null,
    target: application.correction?.targets.find((target) => target.path === path) ?? null,
  };
}

/** What became of the rows of one repeat. */
export interface RowMarks {
  /** By the number of the row, from 0: it is new, or it stood somewhere else. */
  readonly at: (index: number) => AnswerChange | null;
  /** Rows that are not there any more. */
  readonly removed: readonly AnswerChange[];
}

export function rowMarksAt({ changes }: DeskApplicationView, path: Pointer): RowMarks {
  const rows = changes.filter((change) => change.kind.startsWith('row-') && isInside(change.path, path));
  return {
    at: (index) => rows.find((change) => change.path === `${path}/${index}`) ?? null,
    removed: rows.filter((change) => change.kind === 'row-removed'),
  };
}

/** How many marks a page carries, for the table of contents. */
export function marksInPage(application: DeskApplicationView, page: string): number {
  const inside = ({ path }: { path: Pointer }): boolean => isInside(path, `/${page}`);
  return application.warnings.filter(inside).length + application.changes.filter(inside).length;
}
