import { useCallback, useEffect, useRef, useState } from 'react';
import { checkOnce } from '../../api/drafts.js';
import type { DraftView, OnceCheck } from '../../api/types.js';
import type { AnswersInHand } from '../../form/index.js';

interface Once {
  readonly heldBy: OnceCheck['heldBy'];
  /** Asks again, if the answers that decide are others than when it was asked last. */
  readonly check: () => void;
}

/** Whether it was applied for already, as far as the answers tell. A question to the server that nobody waits for. */
export function useOnceCheck(draft: DraftView, inHand: AnswersInHand): Once {
  const [heldBy, setHeldBy] = useState<OnceCheck['heldBy']>(null);
  const { id, onceKeyPages } = draft;
  const asked = useRef<string | null>(null);
  const check = useCallback((): void => {
    if (onceKeyPages.length === 0) return;
    const { answers } = inHand.state;
    const deciding = Object.fromEntries(onceKeyPages.map((page) => [page, answers[page] ?? {}]));
    const key = JSON.stringify(deciding);
    if (asked.current === key) return;
    asked.current = key;
    checkOnce(id, deciding).then(
      (answer) => {
        if (asked.current === key) setHeldBy(answer.heldBy);
      },
      () => {
        // It is asked again with the next page, and at the submission in any case.
        if (asked.current === key) asked.current = null;
      },
    );
  }, [id, inHand, onceKeyPages]);
  useEffect(check, [check]);
  return { heldBy, check };
}
