import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { fetchDraft, saveDraft } from '../../api/drafts.js';
import type { DraftView } from '../../api/types.js';
import { withoutComputed, type AnswersInHand, type Form } from '../../form/index.js';
import { DraftSaver, type SaveState } from './draft-saver.js';
import { writeJournal } from './journal.js';

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
  /** Something failed for want of a session. */
  readonly signedOut: () => void;
}

/** Every change into the journal at once and to the server soon after. */
export function useDraftKeeping({ draft, form, inHand, visited, startsUnsaved }: KeepingInput): DraftKeeping {
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: draft.savedAt });
  const [saver] = useState(
    () =>
      new DraftSaver({
        revision: draft.revision,
        savedAt: draft.savedAt,
        save: (body) => saveDraft(draft.id, body),
        onState: setState,
      }),
  );
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
    writeJournal(draft.id, {
      versionHash: draft.versionHash,
      revision: saver.revision,
      answers,
      visited,
      unsaved: !saved || saver.unsaved,
      at: new Date().toISOString(),
    });
  }, [answers, visited, saved, draft, saver]);

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
      void saver.flush();
      saver.stop();
    };
  }, [saver]);

  const flush = useCallback(() => saver.flush(), [saver]);
  const revision = useCallback(() => saver.revision, [saver]);
  const overwrite = useCallback(async () => {
    const fresh = await fetchDraft(draft.id);
    await saver.overwrite(fresh.revision);
  }, [draft.id, saver]);
  const signedOut = useCallback(() => setState({ kind: 'signed-out' }), []);
  return { state, flush, revision, overwrite, signedOut };
}
