import { carryAnswers, fetchDraft, leaveBroughtDraft, moveDraft } from '../../api/drafts.js';
import { keys } from '../../api/queries.js';
import type { QueryClient } from '../../api/query/index.js';
import { isRefused } from '../../api/request.js';
import { fetchSession, fetchSite } from '../../api/session.js';
import type { DraftView, SessionView } from '../../api/types.js';
import { serverNow } from '../../api/server-clock.js';
import {
  AnswersInHand,
  loadForm,
  patiently,
  useLatePieces,
  useProblemWords,
  type AnswerContext,
  type SpokenForm,
} from '../../form/index.js';
import { currentLanguage, todayInJapan } from '../../texts/index.js';
import { readJournals, type JournalEntry } from './journal.js';
import { afterMove, openWith, type Opening } from './opening.js';

export interface Opened {
  readonly draft: DraftView;
  readonly loaded: SpokenForm;
  readonly start: Opening;
  /** What expressions may know beside the answers. */
  readonly context: AnswerContext;
  /** The answers it starts with, judged. */
  readonly inHand: AnswersInHand;
}

export async function openDraft(draftId: string, owner: string): Promise<Opened> {
  const journals = readJournals(draftId, owner);
  // What was typed on the page before was on its way when the server wrote this one.
  if (journals.length > 0) leaveBroughtDraft(draftId);
  // Who comes back is led to where they were, in whatever field that was.
  const pieces =
    journals.length > 0 ? patiently(Promise.all([useLatePieces.bring(), useProblemWords.bring()])) : null;
  // The page was named them, because it asks for something that they draw (`src/http/serve-screens.ts`).
  const inputs = document.getElementById('late') && patiently(useLatePieces.bring());
  const draft = await upToDate(await fetchDraft(draftId));
  const entries = journals.map((entry) => carried(draft, entry));
  await pieces;
  await inputs;
  const loaded = await loadForm(draft.versionHash);
  const start = openWith(loaded.ja.form, draft, await Promise.all(entries));
  const context = contextOf(draft, todayInJapan(serverNow()));
  const language = currentLanguage();
  const inHand = new AnswersInHand(loaded[language], language, start.answers, context, start.visited);
  return { draft, loaded, start, context, inHand };
}

export function contextOf({ applications }: DraftView, today: string): AnswerContext {
  const known = applications.map(
    ({ number, procedureId: procedure, status, facts }) => [number, { procedure, status, facts }] as const,
  );
  return { today, applications: Object.fromEntries(known) };
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

interface Ahead {
  readonly session: Promise<SessionView>;
  /** null: nobody is signed in who could have a draft. */
  readonly opened: Promise<Opened | null>;
}

/** What was begun before there was anything to draw it with; given once. */
const ahead = new Map<string, Ahead>();

/** Begins to open a draft while what draws it is still on the line. */
export function openAhead(draftId: string): void {
  const session = fetchSession();
  const opened = session.then(({ subject }) =>
    subject?.kind === 'applicant' ? openDraft(draftId, subject.mail) : null,
  );
  // Told to whoever asks for it.
  opened.catch(() => undefined);
  ahead.set(draftId, { session, opened });
}

/** Opens the draft of an address before its screen is drawn, with what the frame around it says. */
export async function prepareDraft(queries: QueryClient, draftId: string): Promise<void> {
  if (!ahead.has(draftId)) openAhead(draftId);
  const begun = ahead.get(draftId);
  ahead.clear();
  const [session, site] = await Promise.all([begun?.session, fetchSite()]);
  queries.setQueryData(keys.session, session);
  queries.setQueryData(keys.site, site);
  const opened = await begun?.opened;
  if (opened && session?.subject?.kind === 'applicant')
    queries.setQueryData(openDraftKey(draftId, session.subject.id), opened);
}
