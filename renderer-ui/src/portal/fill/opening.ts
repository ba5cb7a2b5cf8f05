import type { DraftView } from '../../api/types.js';
import {
  diffAnswers,
  mergeAnswers,
  pageOf,
  sameAnswer,
  type AnswerConflict,
  type Form,
} from '../../form/index.js';
import type { JournalEntry } from './journal.js';

/** What a draft is opened with. */
export interface Opening {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly visited: readonly string[];
  /** Something typed on this device had not reached the server. */
  readonly restored: boolean;
  /** Id of the control in which somebody was typing on this device last. */
  readonly place: string | null;
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
  const place = entries.findLast((entry) => entry.place !== null)?.place ?? null;
  return { answers, visited: [...visited], restored, place, conflicts: [...conflicts.values()] };
}

/**
 * An entry typed for an earlier version, in terms of the draft's. Pages that ask something again count as not yet seen.
 *
 * The move is a revision of its own. An entry that stood at the one before lacks nothing else, so it goes on as one of
 * the draft as it is: with it come the answers that are not asked at the moment, which no server has.
 *
 * @param base and answers of the entry, carried over
 */
export function afterMove(
  entry: JournalEntry,
  draft: Pick<DraftView, 'versionHash' | 'revision' | 'moved'>,
  { base, answers }: Pick<JournalEntry, 'base' | 'answers'>,
): JournalEntry {
  const asked = new Set(draft.moved?.ask.map(({ path }) => pageOf(path)));
  return {
    ...entry,
    versionHash: draft.versionHash,
    revision: entry.revision === draft.revision - 1 ? draft.revision : entry.revision,
    base,
    answers,
    visited: entry.visited.filter((page) => !asked.has(page)),
    sending: null,
  };
}
