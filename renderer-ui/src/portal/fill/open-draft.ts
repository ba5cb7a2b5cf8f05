import { carryAnswers, fetchDraft, leaveBroughtDraft, moveDraft } from '../../api/drafts.js';
import { keys } from '../../api/queries.js';
import type { QueryClient } from '../../api/query/index.js';
import { isRefused } from '../../api/request.js';
import { fetchSession, fetchSite } from '../../api/session.js';
import type { DraftView } from '../../api/types.js';
import { loadForm, patiently, useLatePieces, useProblemWords, type SpokenForm } from '../../form/index.js';
import { readJournals, type JournalEntry } from './journal.js';
import { afterMove } from './opening.js';

export interface Opened {
  readonly draft: DraftView;
  readonly loaded: SpokenForm;
  /** What this device knows beside the server, in terms of the draft's version. */
  readonly entries: readonly JournalEntry[];
}

export async function openDraft(draftId: string, owner: string): Promise<Opened> {
  const journals = readJournals(draftId, owner);
  // What was typed on the page before was on its way when the server wrote this one.
  if (journals.length > 0) leaveBroughtDraft(draftId);
  // Who comes back is led to where they were, in whatever field that was.
  const pieces =
    journals.length > 0 ? patiently(Promise.all([useLatePieces.bring(), useProblemWords.bring()])) : null;
  const draft = await upToDate(await fetchDraft(draftId));
  const entries = journals.map((entry) => carried(draft, entry));
  await pieces;
  return { draft, loaded: await loadForm(draft.versionHash), entries: await Promise.all(entries) };
}

/** In the version in force, unless the office lets it keep its own. */
async function upToDate(draft: DraftView): Promise<DraftView> {
  if (!draft.formChanged || draft.applicationId !== null) return draft;
  try {
    return await moveDraft(draft.id, draft.revision);
  } catch (error) {
    // Another tab was faster.
    if (isRefused(error, 'draft-changed-elsewhere')) return fetchDraft(draft.id);
    throw error;
  }
}

/** An entry typed for an earlier version, as the server carries it over. */
async function carried(draft: DraftView, entry: JournalEntry): Promise<JournalEntry> {
  if (entry.versionHash === draft.versionHash) return entry;
  const [base = {}, answers = {}] = (
    await carryAnswers(draft.id, { versionHash: entry.versionHash, sets: [entry.base, entry.answers] })
  ).sets;
  return afterMove(entry, draft, { base, answers });
}

/** Where the opened draft is kept for its screen. */
export const openDraftKey = (draftId: string, ownerId: string): readonly string[] => [
  'open-draft',
  draftId,
  ownerId,
];

/** Opens the draft of an address before its screen is drawn, with what the frame around it says. */
export async function prepareDraft(queries: QueryClient, draftId: string): Promise<void> {
  const [session, site] = await Promise.all([fetchSession(), fetchSite()]);
  queries.setQueryData(keys.session, session);
  queries.setQueryData(keys.site, site);
  const { subject } = session;
  if (subject?.kind === 'applicant')
    queries.setQueryData(openDraftKey(draftId, subject.id), await openDraft(draftId, subject.mail));
}
