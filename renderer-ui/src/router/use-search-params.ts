import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from './place.js';

type Search = URLSearchParams | Readonly<Record<string, string>>;

export type SetSearchParams = (
  next: Search | ((now: URLSearchParams) => Search),
  going?: { readonly replace?: boolean },
) => void;

/** What follows the question mark of the address, and how to change it on the same screen. */
export function useSearchParams(): readonly [URLSearchParams, SetSearchParams] {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const now = useMemo(() => new URLSearchParams(search), [search]);
  const set = useCallback<SetSearchParams>(
    (next, going) => {
      const text = new URLSearchParams(typeof next === 'function' ? next(now) : next).toString();
      void navigate(text === '' ? pathname : `${pathname}?${text}`, going);
    },
    [navigate, now, pathname],
  );
  return [now, set];
}
