import { useEffect } from 'react';
import type { LoadedForm } from '../../form/index.js';
import { whenIdle } from '../../ui/fetch-fonts.js';
import { whenBegun } from '../../ui/when-begun.js';

/**
 * Brings the check of the page that is open and of those tried in an earlier visit, whose mistakes are shown; all others
 * once somebody fills in, from when on the line may go. What could not be had is asked for again when the line is back.
 *
 * @param step a page, or the last look at all of them
 */
export function usePageChecks({ checks }: LoadedForm, step: string, visited: readonly string[]): void {
  useEffect(() => {
    const bring = (): void => void (checks.isPage(step) ? checks.bring(step) : checks.bringAll());
    bring();
    addEventListener('online', bring);
    return () => removeEventListener('online', bring);
  }, [checks, step]);
  useEffect(() => {
    whenIdle(() => visited.filter((name) => checks.isPage(name)).forEach((name) => void checks.bring(name)));
  }, [checks, visited]);
  useEffect(() => {
    let areWanted = false;
    const bringAll = (): void => {
      if (areWanted) void checks.bringAll();
    };
    addEventListener('online', bringAll);
    const stop = whenBegun(() => {
      areWanted = true;
      bringAll();
    });
    return () => {
      stop();
      removeEventListener('online', bringAll);
    };
  }, [checks]);
}
