import type { Pointer } from '../../../form/index.js';

/** A chosen file until the server has it whole. `key` is the id of its upload. */
export interface KeptFile {
  readonly key: string;
  readonly draftId: string;
  readonly pointer: Pointer;
  readonly file: File;
  /** A photograph that has not been made smaller yet; nothing of it has gone. */
  readonly large?: true;
  readonly at: number;
}

const NAME = 'tetsuzuki-files';
const FILES = 'files';
const LONGEST = 14 * 24 * 3_600_000;

/**
 * Chosen files in the browser's own database: a browser that is closed or killed loses none. Where there is no such
 * database (a private window, no room) a file lives as long as its page, and nothing else changes.
 */
export async function keepFile(kept: KeptFile): Promise<void> {
  await inStore('readwrite', (store) => store.put(kept));
}

export async function forgetFile(key: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(key));
}

/** Those of one draft that have not arrived yet, first chosen first. */
export async function filesOf(draftId: string): Promise<readonly KeptFile[]> {
  const all = (await inStore<KeptFile[]>('readonly', (store) => store.getAll())) ?? [];
  const old = all.filter(({ at }) => at < Date.now() - LONGEST);
  for (const { key } of old) await forgetFile(key);
  return all
    .filter((kept) => kept.draftId === draftId && !old.includes(kept))
    .sort((one, other) => one.at - other.at);
}

/** At sign-out: the next person at this device finds nothing. */
export async function forgetFiles(): Promise<void> {
  await inStore('readwrite', (store) => store.clear());
}

async function inStore<T>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest,
): Promise<T | null> {
  try {
    const database = await opened();
    try {
      return await answerOf<T>(ask(database.transaction(FILES, mode).objectStore(FILES)));
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(FILES, { keyPath: 'key' });
  return answerOf<IDBDatabase>(request);
}

function answerOf<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error ?? new Error('The database of the browser gave no reason.'));
  });
}
