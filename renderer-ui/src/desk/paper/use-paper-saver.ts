import { useEffect, useMemo, useRef, useState } from 'react';
import { savePaper } from '../../api/paper.js';
import type { DraftView, SaveDraftRequest } from '../../api/types.js';
import { DraftSaver, type SaveState } from '../../drafts/draft-saver.js';
import { withoutComputed, type AnswersInHand, type Form } from '../../form/index.js';

export interface PaperSaver {
  readonly state: SaveState;
  readonly flush: () => Promise<SaveState>;
  readonly revision: () => number;
  /** As they are sent. */
  readonly answers: () => SaveDraftRequest['answers'];
}

/** Every change to the server soon after; what is on its way when the page closes is asked about by the browser. */
export function usePaperSaver(draft: DraftView, form: Form, inHand: AnswersInHand): PaperSaver {
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: draft.savedAt });
  const [saver] = useState(
    () =>
      new DraftSaver({
        revision: draft.revision,
        savedAt: draft.savedAt,
        answers: draft.answers,
        save: (body) => savePaper(draft.id, body),
        onState: setState,
      }),
  );
  const seen = useRef(inHand.state.evaluation);
  useEffect(() => {
    const stop = inHand.subscribe(() => {
      const { evaluation } = inHand.state;
      if (seen.current === evaluation) return;
      seen.current = evaluation;
      saver.change(withoutComputed(form, evaluation.answers));
    });
    const ask = (event: BeforeUnloadEvent): void => {
      if (saver.unsaved) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => {
      stop();
      removeEventListener('beforeunload', ask);
      void saver.flush();
      saver.stop();
    };
  }, [form, inHand, saver]);
  return useMemo(
    () => ({
      state,
      flush: () => saver.flush(),
      revision: () => saver.revision,
      answers: () => withoutComputed(form, inHand.state.evaluation.answers),
    }),
    [state, saver, form, inHand],
  );
}
