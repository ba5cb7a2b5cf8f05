import { useEffect, useRef, useState } from 'react';
import { searchBanks } from '../../../api/lookups.js';
import type { BankOffices } from '../../../api/types.js';

/** Typing is quicker than this; only a pause asks the server. */
const PAUSE_MS = 150;

/** Banks, or branches of one, for what was typed last; null before the first answer, `away` when none came. */
export function useOffices(bankCode: string | null): {
  readonly found: BankOffices | 'away' | null;
  readonly look: (query: string) => void;
} {
  const [found, setFound] = useState<BankOffices | 'away' | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  const look = (query: string): void => {
    const mine = (turn.current += 1);
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      searchBanks(query, bankCode).then(
        (offices) => turn.current === mine && setFound(offices),
        () => turn.current === mine && setFound('away'),
      );
    }, PAUSE_MS);
  };
  return { found, look };
}
