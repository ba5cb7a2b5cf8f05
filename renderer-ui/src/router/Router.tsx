import { startTransition, useCallback, useLayoutEffect, useState, type ReactNode } from 'react';
import { NavigateContext, PlaceContext, placeNow, type Going } from './place.js';

/**
 * Keeps the screens in step with the browser's address. Going somewhere is a transition: the screen somebody leaves stays
 * until the next one is here, instead of an empty page while it is fetched.
 */
export function Router({ children }: { readonly children: ReactNode }): ReactNode {
  const [place, setPlace] = useState(placeNow);
  const follow = useCallback(() => startTransition(() => setPlace(placeNow())), []);
  useLayoutEffect(() => {
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, [follow]);
  const navigate = useCallback(
    (to: string, { replace = false, state = null }: Going = {}): Promise<void> => {
      const { href } = new URL(to, window.location.href);
      const { pathname } = window.location;
      const entry = { handedOver: state };
      if (replace) window.history.replaceState(entry, '', href);
      else if (!pushed(entry, href)) return Promise.resolve();
      // On the same screen at once: a box whose value stands in the address would flicker back, and lose the next key.
      if (window.location.pathname === pathname) setPlace(placeNow());
      else follow();
      return Promise.resolve();
    },
    [follow],
  );
  return (
    <NavigateContext value={navigate}>
      <PlaceContext value={place}>{children}</PlaceContext>
    </NavigateContext>
  );
}

/** Browsers take only so many entries in a while (Safari 100 in 30 seconds); then the address is loaded anew. */
function pushed(entry: unknown, href: string): boolean {
  try {
    window.history.pushState(entry, '', href);
    return true;
  } catch (error) {
    if (!(error instanceof DOMException) || error.name === 'DataCloneError') throw error;
    window.location.assign(href);
    return false;
  }
}
