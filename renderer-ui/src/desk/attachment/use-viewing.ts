import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { AttachmentView, DeskApplicationView } from '../../api/types.js';
import { answerId } from '../application/answers/answer-outline.js';
import { filesFor } from './proofs.js';

export interface Viewing {
  /** Id of the file in sight; null while none is. */
  readonly current: string | null;
  /** The files that prove an answer. */
  readonly filesFor: (path: string) => readonly AttachmentView[];
  /** @param path of the answer for which it is looked at; null where it is looked at for itself */
  readonly show: (id: string, path: string | null) => void;
  readonly close: () => void;
}

export const ViewingContext = createContext<Viewing | null>(null);

/** Null where no files are shown beside answers. */
export function useViewingHere(): Viewing | null {
  return useContext(ViewingContext);
}

/** Which file is in sight beside which answer; going to another answer brings the file that proves it. */
export function useViewing(application: DeskApplicationView): Viewing {
  const [shown, setShown] = useState<{ readonly id: string; readonly path: string | null } | null>(null);
  const current = shown?.id ?? null;

  // The column of the answers becomes narrower; what the file is looked at for must not slip away.
  useEffect(() => {
    if (!shown) return;
    const line = shown.path === null ? null : document.getElementById(answerId(shown.path));
    (line ?? thumbOf(shown.id)?.closest('.desk-answer'))?.scrollIntoView({ block: 'center' });
  }, [shown]);

  useEffect(() => {
    if (current === null) return;
    function follow({ target }: FocusEvent): void {
      const line = target instanceof Element ? target.closest('.desk-answer') : null;
      const path = line?.id.replace(/^answer/, '').replaceAll('.', '/');
      if (path === undefined) return;
      const files = filesFor(application, path);
      const [first] = files;
      if (first === undefined || files.includes(current ?? '')) return;
      setShown({ id: first, path });
    }
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, [application, current]);

  return useMemo(
    () => ({
      current,
      filesFor: (path) => {
        const ids = filesFor(application, path);
        return application.attachments.filter(({ id }) => ids.includes(id));
      },
      show: (id, path) => setShown({ id, path }),
      close: () => {
        if (shown) focusBack(shown);
        setShown(null);
      },
    }),
    [application, current, shown],
  );
}

/** To the button that showed it, beside the answer or at the file itself. */
function focusBack({ id, path }: { readonly id: string; readonly path: string | null }): void {
  const line = path === null ? null : document.getElementById(answerId(path));
  const beside = line?.querySelector<HTMLElement>(`[data-proof="${CSS.escape(id)}"]`);
  (beside ?? thumbOf(id))?.focus();
}

function thumbOf(attachmentId: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-attachment="${CSS.escape(attachmentId)}"]`);
}
