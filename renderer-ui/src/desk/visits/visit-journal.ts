import type { FindingView } from '../../api/types.js';

/** What was found of one item and has not reached the server. */
export interface KeptFinding {
  readonly key: string;
  readonly kind: 'finding';
  readonly visitId: string;
  /** Whoever is signed in sends only what is theirs. */
  readonly staffId: string;
  readonly item: string;
  readonly result: FindingView['result'];
  readonly note: string;
  /** That of the server when it was begun. */
  readonly version: number;
  readonly at: number;
}

/** A photograph that has not reached the server; its key becomes its id. */
export interface KeptPhoto {
  readonly key: string;
  readonly kind: 'photo';
  readonly visitId: string;
  readonly staffId: string;
  readonly item: string;
  readonly photo: File;
  readonly at: number;
}

export type Kept = KeptFinding | KeptPhoto;

const NAME = 'tetsuzuki-visits';
const KEPT = 'kept';

/** @returns false where this browser keeps nothing */
export async function keep(one: Kept): Promise<boolean> {
  return (await inStore('readwrite', (store) => store.put(one))) !== null;
}

export async function forget(key: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(key));
}

/** What is left of one visit, the first first. */
export async function keptOf(visitId: string, staffId: string): Promise<readonly Kept[]> {
  const all = (await inStore<Kept[]>('readonly', (store) => store.getAll())) ?? { answer: [] };
  return all.answer
    .filter((one) => one.visitId === visitId && one.staffId === staffId)
    .sort((one, other) => one.at - other.at);
}

/** Null where there is no such database: a private window, or no room. */
async function inStore<T>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest,
): Promise<{ readonly answer: T } | null> {
  try {
    const database = await opened();
    try {
      return { answer: await answerOf<T>(ask(database.transaction(KEPT, mode).objectStore(KEPT))) };
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(KEPT, { keyPath: 'key' });
  return answerOf<IDBDatabase>(request);
}

function answerOf<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error ?? new Error('The journal does not answer.'));
  });
}
