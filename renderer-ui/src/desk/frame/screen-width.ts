import { useSyncExternalStore } from 'react';

/** From here on there is room for a table, and for a file beside the answers. */
const ROOMY = '(min-width: 60rem)';

export function isRoomy(): boolean {
  return matchMedia(ROOMY).matches;
}

export function useRoomy(): boolean {
  return useSyncExternalStore((listener) => {
    const query = matchMedia(ROOMY);
    query.addEventListener('change', listener);
    return () => query.removeEventListener('change', listener);
  }, isRoomy);
}
