import type { DraftView } from '../../api/types.js';
import { diffAnswers, mergeAnswers, sameAnswer, type AnswerConflict, type Form } from '../../form/index.js';
import type { JournalEntry } from './journal.js';

/** What a draft is opened with. */
export interface Opening {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly visited: readonly string[];
  /** Something typed on this device had not reached the server. */
  readonly restored: boolean;
  /** What was typed here and saved elsewhere in two ways. */
  readonly conflicts: readonly AnswerConflict[];
}

/**
 * The saved answers with what this device has beside them, question by question. An entry that has reached the server
 * still knows answers to what is not asked at the moment; one upon an older revision has nothing of its own.
 *
 * @param entries of the version of the draft
 */
export function openWith(form: Form, draft: DraftView, entries: readonly JournalEntry[]): Opening {
  let answers: Readonly<Record<string, unknown>> = draft.answers;
  const conflicts = new Map<string, AnswerConflict>();
  for (const entry of entries.filter((each) => each.unsaved || each.revision === draft.revision)) {
    // Its answer was lost on the way, but it had arrived.
    const arrived = entry.sending !== null && sameAnswer(entry.sending, draft.answers);
    const merged = mergeAnswers(form, arrived ? draft.answers : entry.base, entry.answers, answers);
    answers = merged.answers;
    for (const conflict of merged.conflicts) conflicts.set(conflict.path, conflict);
  }
  const restored =
    entries.some((entry) => entry.unsaved) && diffAnswers(form, draft.answers, answers).length > 0;
  const visited = new Set(entries.flatMap((entry) => entry.visited));
  return { answers, visited: [...visited], restored, conflicts: [...conflicts.values()] };
}
