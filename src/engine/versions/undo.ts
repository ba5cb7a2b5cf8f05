import type { Answers } from '../answers/answers.js';
import type { WorkflowState } from '../workflow/review-state.js';
import type { StoredItem } from './stored-item.js';

/** Takes one move back, to the byte of the JSON. Plain JSON itself; it holds only the pages that changed. */
export interface Undo {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Names of the pages, in their old order. */
  readonly pages: readonly string[];
  /** Old pages that are not in the moved answers as they were. */
  readonly answers: Answers;
  /** Of an application. */
  readonly state: WorkflowState | null;
  /** What the move made; what is different from it now has been worked on since. */
  readonly made: { readonly answers: Answers; readonly state: WorkflowState | null };
}

export function undoOf(item: StoredItem, moved: StoredItem): Undo {
  return {
    id: item.id,
    from: item.version,
    to: moved.version,
    pages: Object.keys(item.answers),
    answers: unlike(item.answers, moved.answers),
    state: item.kind === 'application' ? item.state : null,
    made: {
      answers: unlike(moved.answers, item.answers),
      state: moved.kind === 'application' ? moved.state : null,
    },
  };
}

/**
 * The item as it was before the move.
 *
 * @returns null when it is not there to be taken back: another item, another version, or somebody has worked on what
 *   the move made; taking it back would lose that work
 */
export function revert(undo: Undo, item: StoredItem): StoredItem | null {
  if (item.id !== undo.id || item.version !== undo.to) return null;
  const { pages, answers, state, made } = undo;
  const asMade = Object.entries(made.answers).every(([page, value]) => isLike(item.answers[page], value));
  const unexpected = Object.keys(item.answers).some(
    (page) => !Object.hasOwn(made.answers, page) && (!pages.includes(page) || Object.hasOwn(answers, page)),
  );
  if (!asMade || unexpected) return null;
  const restored = Object.fromEntries(
    pages.map((page) => [page, Object.hasOwn(answers, page) ? answers[page] : item.answers[page]]),
  );
  if (item.kind === 'draft') return { ...item, version: undo.from, answers: restored };
  if (state === null || !isLike(item.state, made.state)) return null;
  return { ...item, version: undo.from, answers: restored, state };
}

/** The pages of one that the other does not have, or has otherwise. */
function unlike(one: Answers, other: Answers): Answers {
  return Object.fromEntries(
    Object.entries(one).filter(([page, value]) => !Object.hasOwn(other, page) || !isLike(value, other[page])),
  );
}

/** To the byte, the order of members included. */
function isLike(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
