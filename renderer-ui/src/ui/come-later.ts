import { useEffect, useSyncExternalStore } from 'react';
import { whenBegun } from './when-begun.js';

const TRY_AGAIN_MS = 3_000;

/**
 * A module that the first page does without, as a hook: null until it is here. It comes once somebody does anything on
 * the page, so that people go on without a line, and at once where it is needed; while the line is away it is tried
 * again. Browsers that are asked to save data wait until it is needed.
 */
export function comeLater<T extends object>(fetchModule: () => Promise<T>): (neededNow: boolean) => T | null {
  let here: T | null = null;
  let coming = false;
  const listeners = new Set<() => void>();
  const fetchOnce = (): void => {
    if (here !== null || coming) return;
    coming = true;
    fetchModule().then(
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
  return function useLater(neededNow) {
    useEffect(() => {
      if (neededNow) return fetchOnce();
      return savesData() ? undefined : whenBegun(fetchOnce);
    }, [neededNow]);
    return useSyncExternalStore(listen, () => here);
  };
}

function savesData(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
