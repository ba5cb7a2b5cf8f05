import type { Workspace } from './workspace.js';
import type { Kept } from './workspace-state.js';

const DATABASE = 'tetsuzuki-builder';
const STORE = 'drafts';
const KEEP_AFTER_MS = 400;

/** A browser that forbids storage keeps nothing; everything else goes on. */
function open(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const asked = indexedDB.open(DATABASE, 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}

/** By official, so that nobody is given what another has typed on the same machine. */
function keyOf(official: string, draftId: string): string {
  return `${official} ${draftId}`;
}

/** What was left of the draft on this device; null when nothing was. */
export async function readKept(official: string, draftId: string): Promise<Kept | null> {
  const database = await open();
  if (!database) return null;
  return new Promise((resolve) => {
    const asked = database.transaction(STORE).objectStore(STORE).get(keyOf(official, draftId));
    const end = (kept: Kept | null): void => {
      database.close();
      resolve(kept);
    };
    asked.onsuccess = () => end((asked.result as Kept | undefined) ?? null);
    asked.onerror = () => end(null);
  });
}

/**
 * Keeps the draft with all that can be undone, a moment after each change: a crash, a closed tab or an hour without a
 * line lose nothing.
 *
 * @returns the way to stop
 */
export function keepOnDevice(official: string, workspace: Workspace): () => void {
  const database = open();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last = workspace.state;
  async function keep(): Promise<void> {
    timer = null;
    const opened = await database;
    opened
      ?.transaction(STORE, 'readwrite')
      .objectStore(STORE)
      .put(workspace.kept, keyOf(official, workspace.draft.id));
  }
  const stop = workspace.subscribe(() => {
    const { state } = workspace;
    const isSame = state.files === last.files && state.undo === last.undo && state.revision === last.revision;
    const hasArrived = state.revision !== last.revision;
    last = state;
    if (hasArrived) void keep();
    if (isSame || timer !== null) return;
    timer = setTimeout(() => void keep(), KEEP_AFTER_MS);
  });
  return () => {
    stop();
    if (timer !== null) {
      clearTimeout(timer);
      void keep();
    }
    void database.then((opened) => opened?.close());
  };
}
