import { useEffect, useSyncExternalStore } from 'react';
import { bringWords } from '../texts/language.js';
import { whenBegun } from './when-begun.js';

const TRY_AGAIN_MS = 3_000;

/** A hook that gives the module, null until it is here. */
export interface Later<T> {
  (neededNow: boolean): T | null;
  /** Without a hook: the module if it is here. */
  readonly peek: () => T | null;
  /** Fetches it; while the line is away this waits. */
  readonly bring: () => Promise<T>;
  /** Calls back when it has come. @returns the way to stop */
  readonly listen: (listener: () => void) => () => void;
}

/**
 * A module that the first page does without. It comes once somebody does anything on the page, so that people go on
 * without a line, and at once where it is needed; while the line is away it is tried again. Browsers that are asked to
 * save data wait until it is needed.
 */
export function comeLater<T extends object>(fetchModule: () => Promise<T>): Later<T> {
  let here: T | null = null;
  let coming = false;
  const listeners = new Set<() => void>();
  const fetchOnce = (): void => {
    if (here !== null || coming) return;
    coming = true;
    withWords(fetchModule).then(
      (pieces) => {
        here = pieces;
        for (const listener of listeners) listener();
      },
      () => {
        coming = false;
        setTimeout(fetchOnce, TRY_AGAIN_MS);
      },
    );
  };
  const listen = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const peek = (): T | null => here;
  const bring = (): Promise<T> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (here === null) return;
        stop();
        resolve(here);
      };
      const stop = listen(look);
      look();
      fetchOnce();
    });
  function useLater(neededNow: boolean): T | null {
    useEffect(() => {
      if (neededNow) return fetchOnce();
      return savesData() ? undefined : whenBegun(fetchOnce);
    }, [neededNow]);
    return useSyncExternalStore(listen, peek);
  }
  return Object.assign(useLater, { peek, bring, listen });
}

async function withWords<T>(fetchModule: () => Promise<T>): Promise<T> {
  const pieces = await fetchModule();
  await bringWords();
  return pieces;
}

function savesData(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
