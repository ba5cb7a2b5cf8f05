import { useEffect } from 'react';
import type { LoadedForm } from '../../form/index.js';
import { whenIdle } from '../../ui/fetch-fonts.js';

/** Brings the check of the page that is open, and the others when nothing else is going on or the line is back. */
export function usePageChecks({ checks }: LoadedForm, page: string): void {
  useEffect(() => {
    if (checks.isPage(page)) void checks.bring(page);
    else void checks.bringAll();
  }, [checks, page]);
  useEffect(() => {
    const bringAll = (): void => void checks.bringAll();
    whenIdle(bringAll);
    addEventListener('online', bringAll);
    return () => removeEventListener('online', bringAll);
  }, [checks]);
}
