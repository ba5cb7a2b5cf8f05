import { useSyncExternalStore, type ReactNode } from 'react';
import { useOfflineTexts } from '../texts/offline.js';

/** Says that the line is away, where a screen that somebody goes to would simply not come. */
export function OfflineBand(): ReactNode {
  const texts = useOfflineTexts();
  const online = useSyncExternalStore(listen, () => navigator.onLine);
  return (
    <p role="status" className="tz-offline">
      {!online && texts.offline}
    </p>
  );
}

function listen(changed: () => void): () => void {
  const stop = new AbortController();
  for (const event of ['online', 'offline']) window.addEventListener(event, changed, stop);
  return () => stop.abort();
}
