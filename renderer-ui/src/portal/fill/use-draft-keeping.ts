import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { fetchDraft, saveDraft } from '../../api/drafts.js';
import type { DraftView } from '../../api/types.js';
import { withoutComputed, type AnswersInHand, type Form } from '../../form/index.js';
import { DraftSaver, type SaveState } from './draft-saver.js';
import { DraftJournal } from './journal.js';

interface KeepingInput {
  readonly draft: DraftView;
  readonly form: Form;
  readonly inHand: AnswersInHand;
  readonly visited: readonly string[];
  /** The answers in hand were not the server's when the draft was opened. */
  readonly startsUnsaved: boolean;
}

export interface DraftKeeping {
  readonly state: SaveState;
  readonly flush: () => Promise<SaveState>;
  readonly revision: () => number;
  /** Writes the answers in hand over what was saved elsewhere. */
  readonly overwrite: () => Promise<void>;
  /** Goes on saving after a new sign-in. */
  readonly resume: () => Promise<void>;
  /** Something failed for want of a session. */
  readonly signedOut: () => void;
}

/** Every change into the journal at once and to the server soon after. */
export function useDraftKeeping({ draft, form, inHand, visited, startsUnsaved }: KeepingInput): DraftKeeping {
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: draft.savedAt });
  const [{ saver, journal }] = useState(() => open(draft, setState));
  const { answers, evaluation } = inHand;
  const kept = useMemo(() => withoutComputed(form, evaluation.answers), [form, evaluation]);

  const lastSaved = useRef(startsUnsaved ? null : kept);
  useEffect(() => {
    if (lastSaved.current === kept) return;
    lastSaved.current = kept;
    saver.change(kept);
  }, [kept, saver]);

  const saved = state.kind === 'saved';
  useEffect(() => {
    journal.record({
      versionHash: draft.versionHash,
      revision: saver.revision,
      answers,
      sending: saver.unconfirmed,
      visited,
      unsaved: !saved || saver.unsaved,
      at: new Date().toISOString(),
    });
  }, [answers, visited, saved, draft, saver, journal]);

  useEffect(() => {
    const flush = (): void => void saver.flush();
    const whenHidden = (): void => {
      if (document.visibilityState === 'hidden') flush();
    };
    window.addEventListener('online', flush);
    document.addEventListener('visibilitychange', whenHidden);
    return () => {
      window.removeEventListener('online', flush);
      document.removeEventListener('visibilitychange', whenHidden);
      journal.close();
      void saver.flush();
      saver.stop();
    };
  }, [saver, journal]);

  const flush = useCallback(() => saver.flush(), [saver]);
  const revision = useCallback(() => saver.revision, [saver]);
  const overwrite = useCallback(async () => {
    const fresh = await fetchDraft(draft.id);
    await saver.resume(fresh.revision);
  }, [draft.id, saver]);
  const resume = useCallback(async () => void (await saver.resume()), [saver]);
  const signedOut = useCallback(() => saver.signedOut(), [saver]);
  return { state, flush, revision, overwrite, resume, signedOut };
}

interface Open {
  readonly saver: DraftSaver;
  readonly journal: DraftJournal;
}

function open(draft: DraftView, onState: (state: SaveState) => void): Open {
  const journal = new DraftJournal(draft.id);
  const saver = new DraftSaver({
    revision: draft.revision,
    savedAt: draft.savedAt,
    save: (body) => saveDraft(draft.id, body),
    onState,
    onSending: (answers) => journal.sending(answers),
  });
  return { saver, journal };
}
