import { useSyncExternalStore } from 'react';

/** From here on there is room for a table, and for a file beside the answers. */
const ROOMY = '(min-width: 60rem)';

export function isRoomy(): boolean {
  return matchMedia(ROOMY).matches;
}

export const useRoomy = (): boolean => useWidth(ROOMY);

/** One row of the header, but not a wide one: narrower, its places are a list. */
const SHORT_ROW = '(min-width: 64rem) and (max-width: 99.99rem)';

/** So many places of the desk are named in the header; the others are behind one more name. */
export const useMostInRow = (): number => (useWidth(SHORT_ROW) ? 3 : Infinity);

function useWidth(media: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(media);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => matchMedia(media).matches,
  );
}
