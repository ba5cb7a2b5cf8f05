import { useCallback, useEffect, useRef, useState } from 'react';
import { fetchDraft, saveDraft } from '../../api/drafts.js';
import { isRefused, Unreachable } from '../../api/request.js';
import type { DraftView, SavedDraft } from '../../api/types.js';
import {
  diffAnswers,
  evaluateAnswers,
  mergeAnswers,
  newRowId,
  sameAnswer,
  withoutComputed,
  type AnswerConflict,
  type AnswerContext,
  type AnswersInHand,
  type LoadedForm,
  type RawAnswers,
} from '../../form/index.js';
import { hearTabs, tellTabs } from './draft-channel.js';
import { DraftSaver, type SaveState } from '../../drafts/draft-saver.js';
import { DraftJournal } from './journal.js';
import { noteOpenDraft } from './open-drafts.js';

interface KeepingInput {
  readonly draft: DraftView;
  readonly loaded: LoadedForm;
  readonly context: AnswerContext;
  readonly inHand: AnswersInHand;
  readonly visited: readonly string[];
  /** Mail address of the account. */
  readonly owner: string;
  /** Whether it is still the same person who is signed in. */
  readonly isOwner: () => boolean;
  /** The answers in hand were not the server's when the draft was opened. */
  readonly startsUnsaved: boolean;
  /** What was found in two ways when the draft was opened. */
  readonly conflicts: readonly AnswerConflict[];
  /** Id of the control in which somebody is typing. */
  readonly place: () => string | null;
  /** Something is on its way that the journal does not hold: a file. */
  readonly sending: () => boolean;
  /** The form is another one now: what is in the journal goes on with it. */
  readonly onReopen: () => void;
}

/** What was saved elsewhere meanwhile, and where it contradicts what was typed here. */
export interface OpenConflict {
  readonly theirs: DraftView;
  readonly conflicts: readonly AnswerConflict[];
  /** The answers in hand when it was found. */
  readonly mine: RawAnswers;
  /** Both together, mine where they contradict each other. */
  readonly merged: RawAnswers;
}

export interface DraftKeeping {
  readonly state: SaveState;
  /** This device keeps nothing: what is not on the server is lost with the page. */
  readonly unsafe: boolean;
  readonly flush: () => Promise<SaveState>;
  readonly revision: () => number;
  /** Goes on saving after a new sign-in. */
  readonly resume: () => Promise<void>;
  /** Something failed for want of a session. */
  readonly signedOut: () => void;
  /** Learns what is new: something was refused because of it. */
  readonly look: () => Promise<void>;
  readonly conflict: OpenConflict | null;
  /** The answers on which somebody has decided. */
  readonly settle: (answers: RawAnswers) => void;
  /** Pointers of what came in from elsewhere; empty when it was said. */
  readonly takenOver: readonly string[];
  /** As the server said last: the office may move the close, and publish a new version, at any time. */
  readonly latest: Pick<SavedDraft, 'formChanged' | 'closesAt' | 'graceEndsAt'>;
}

/** Milliseconds between tries to learn what was saved elsewhere, while the server does not answer. */
const RETRY = 5_000;

/** Every change into the journal at once and to the server soon after; what was saved elsewhere comes in. */
export function useDraftKeeping(input: KeepingInput): DraftKeeping {
  const { draft, loaded, inHand, visited, owner, startsUnsaved, onReopen } = input;
  const { form } = loaded;
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: draft.savedAt });
  const [latest, setLatest] = useState<DraftKeeping['latest']>(draft);
  const [unsafe, setUnsafe] = useState(false);
  const [conflict, setConflict] = useState<OpenConflict | null>(
    input.conflicts.length > 0
      ? {
          theirs: draft,
          conflicts: input.conflicts,
          mine: inHand.state.answers,
          merged: inHand.state.answers,
        }
      : null,
  );
  const [takenOver, setTakenOver] = useState<readonly string[]>([]);
  const [{ saver, journal }] = useState(() => open(draft, setState, setLatest));
  // Until it is decided, the entries as they were are the only place where both sides are kept apart.
  const undecided = useRef(input.conflicts.length > 0);
  const saved = state.kind === 'saved';
  const now = useRef({ ...input, saved });
  useEffect(() => {
    now.current = { ...input, saved };
  });

  const record = useCallback((): void => {
    if (undecided.current) return;
    const isFirst = journal.closed;
    journal.record({
      owner,
      versionHash: draft.versionHash,
      revision: saver.revision,
      base: saver.confirmed,
      answers: inHand.state.answers,
      visited: now.current.visited,
      sending: saver.unconfirmed,
      unsaved: !now.current.saved || saver.unsaved,
      place: now.current.place(),
      at: new Date().toISOString(),
    });
    if (isFirst) journal.takeOver();
    setUnsafe(!journal.safe);
  }, [draft, inHand, journal, owner, saver]);

  const seen = useRef(startsUnsaved ? null : inHand.state.evaluation);
  useEffect(() => {
    const keep = (): void => {
      const { evaluation } = inHand.state;
      if (undecided.current) saver.hold();
      if (seen.current === evaluation) return;
      seen.current = evaluation;
      saver.change(withoutComputed(form, evaluation.answers));
      record();
    };
    keep();
    return inHand.subscribe(keep);
  }, [form, inHand, record, saver]);
  useEffect(record, [record, visited, saved, conflict]);

  const keptOf = useCallback(
    (given: RawAnswers) =>
      withoutComputed(
        form,
        evaluateAnswers(form, given, now.current.context, loaded.checks.validators).answers,
      ),
    [form, loaded],
  );

  const looking = useRef(false);
  const [turn, setTurn] = useState(0);
  /** Learns what was saved elsewhere, and puts it together with what is typed here. */
  const reconcile = useCallback(async (): Promise<void> => {
    if (undecided.current) return;
    if (looking.current) return setTurn((before) => before + 1);
    looking.current = true;
    try {
      const theirs = await fetchDraft(draft.id);
      setLatest(theirs);
      setTurn(0);
      if (theirs.applicationId !== null) return setState({ kind: 'submitted' });
      if (theirs.versionHash !== draft.versionHash) return onReopen();
      if (theirs.revision <= saver.revision) return;
      const arrived = saver.unconfirmed !== null && sameAnswer(saver.unconfirmed, theirs.answers);
      const base = arrived ? theirs.answers : saver.confirmed;
      const mine = inHand.state.answers;
      const merged = mergeAnswers(form, base, mine, theirs.answers);
      if (merged.conflicts.length > 0) {
        saver.hold();
        setConflict({ theirs, conflicts: merged.conflicts, mine, merged: merged.answers });
        return;
      }
      setTakenOver(diffAnswers(form, keptOf(mine), keptOf(merged.answers)).map(({ path }) => path));
      saver.rebase(theirs, keptOf(merged.answers));
      inHand.update((typed) => mergeAnswers(form, base, typed, theirs.answers).answers);
      void saver.flush();
    } catch (error) {
      if (isRefused(error, 'sign-in-required')) saver.signedOut();
      else if (isRefused(error, 'not-found')) setState({ kind: 'gone' });
      else if (!(error instanceof Unreachable) && !isRefused(error)) throw error;
      else setTurn((before) => before + 1);
    } finally {
      looking.current = false;
    }
  }, [draft, form, inHand, keptOf, onReopen, saver]);

  const settle = useCallback(
    (decided: RawAnswers): void => {
      if (!conflict) return;
      undecided.current = false;
      // A file that arrived meanwhile is in hand, and not in what was decided.
      const settled = mergeAnswers(form, conflict.mine, inHand.state.answers, decided).answers;
      saver.rebase(conflict.theirs, keptOf(settled));
      inHand.update(() => settled);
      setConflict(null);
      void saver.flush();
    },
    [conflict, form, inHand, keptOf, saver],
  );

  useEffect(() => {
    if (state.kind !== 'conflict' || conflict !== null) return;
    const timer = setTimeout(() => void reconcile(), turn === 0 ? 0 : RETRY);
    return () => clearTimeout(timer);
  }, [state, conflict, reconcile, turn]);

  useEffect(() => {
    const flush = (): void => void saver.flush();
    const whenSeenOrHidden = (): void => {
      if (document.visibilityState === 'hidden') flush();
      else void reconcile();
    };
    const whenClosing = (event: BeforeUnloadEvent): void => {
      // Nothing holds people back when it is all on the server, or on this device until they come again.
      if ((saver.unsaved && !journal.safe) || now.current.sending()) event.preventDefault();
    };
    window.addEventListener('online', flush);
    window.addEventListener('pagehide', flush);
    window.addEventListener('beforeunload', whenClosing);
    document.addEventListener('visibilitychange', whenSeenOrHidden);
    const deaf = hearTabs((news) => {
      if (news.kind === 'saved' && news.draftId === draft.id && news.revision > saver.revision)
        void reconcile();
      if (news.kind === 'left') {
        journal.close();
        window.location.assign('/');
      }
    });
    const closed = noteOpenDraft(() => saver.flush());
    return () => {
      window.removeEventListener('online', flush);
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('beforeunload', whenClosing);
      document.removeEventListener('visibilitychange', whenSeenOrHidden);
      deaf();
      closed();
    };
  }, [draft.id, saver, journal, reconcile]);

  useEffect(
    () => () => {
      journal.close();
      if (now.current.isOwner()) void saver.flush();
      saver.stop();
    },
    [saver, journal],
  );

  const flush = useCallback(() => saver.flush(), [saver]);
  const revision = useCallback(() => saver.revision, [saver]);
  const resume = useCallback(async () => void (await saver.resume()), [saver]);
  const signedOut = useCallback(() => saver.signedOut(), [saver]);
  return {
    state,
    unsafe,
    flush,
    revision,
    resume,
    signedOut,
    look: reconcile,
    conflict,
    settle,
    takenOver,
    latest,
  };
}

interface Open {
  readonly saver: DraftSaver;
  readonly journal: DraftJournal;
}

function open(
  draft: DraftView,
  onState: (state: SaveState) => void,
  onSaved: (saved: SavedDraft) => void,
): Open {
  const journal = new DraftJournal(draft.id, newRowId());
  const saver = new DraftSaver({
    revision: draft.revision,
    savedAt: draft.savedAt,
    answers: draft.answers,
    save: (body) => saveDraft(draft.id, body),
    onState,
    onSending: (answers) => journal.sending(answers),
    onSaved: (saved) => {
      onSaved(saved);
      tellTabs({ kind: 'saved', draftId: draft.id, revision: saved.revision });
    },
  });
  return { saver, journal };
}
