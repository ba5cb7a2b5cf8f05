/**
 * What is not yet on the server, kept on this device so that a reload or a crash loses nothing. One entry per draft;
 * cleared when the draft is submitted, discarded, or somebody signs out.
 */
export interface JournalEntry {
  readonly versionHash: string;
  /** The server's revision these answers were typed upon. */
  readonly revision: number;
  readonly answers: Readonly<Record<string, unknown>>;
  /** Pages already looked at. */
  readonly visited: readonly string[];
  /** Something here has not reached the server. */
  readonly unsaved: boolean;
  /** Instant of the last keystroke. */
  readonly at: string;
}

const PREFIX = 'tetsuzuki.draft.';

/** The part of `localStorage` a journal needs. */
export type JournalStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export function readJournal(draftId: string, store: JournalStore = localStorage): JournalEntry | null {
  try {
    const text = store.getItem(PREFIX + draftId);
    const entry: unknown = text === null ? null : JSON.parse(text);
    return isEntry(entry) ? entry : null;
  } catch {
    return null;
  }
}

/** A full or forbidden storage is no reason to stop anybody from typing: the server's copy remains. */
export function writeJournal(draftId: string, entry: JournalEntry, store: JournalStore = localStorage): void {
  try {
    store.setItem(PREFIX + draftId, JSON.stringify(entry));
  } catch {
    return;
  }
}

export function forgetJournal(draftId: string, store: JournalStore = localStorage): void {
  try {
    store.removeItem(PREFIX + draftId);
  } catch {
    return;
  }
}

/** At sign-out: the next person at this device finds nothing. */
export function forgetJournals(store: JournalStore = localStorage): void {
  try {
    const keys = Array.from({ length: store.length }, (_, index) => store.key(index));
    for (const key of keys) if (key?.startsWith(PREFIX)) store.removeItem(key);
  } catch {
    return;
  }
}

export type Opening =
  /** The server's answers are all there is. */
  | { readonly kind: 'saved' }
  /** This device has something newer. */
  | { readonly kind: 'restored'; readonly entry: JournalEntry }
  /** Both have something the other lacks: a person decides. */
  | { readonly kind: 'conflict'; readonly entry: JournalEntry };

/** Which answers a draft is opened with. */
export function chooseOpening(
  entry: JournalEntry | null,
  draft: { readonly versionHash: string; readonly revision: number; readonly answers: unknown },
): Opening {
  if (!entry?.unsaved || entry.versionHash !== draft.versionHash) return { kind: 'saved' };
  if (entry.revision === draft.revision) return { kind: 'restored', entry };
  // The last save may have arrived although its answer did not.
  return JSON.stringify(entry.answers) === JSON.stringify(draft.answers)
    ? { kind: 'saved' }
    : { kind: 'conflict', entry };
}

function isEntry(value: unknown): value is JournalEntry {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as Partial<Record<keyof JournalEntry, unknown>>;
  return (
    typeof entry.versionHash === 'string' &&
    typeof entry.revision === 'number' &&
    typeof entry.answers === 'object' &&
    entry.answers !== null &&
    Array.isArray(entry.visited) &&
    typeof entry.unsaved === 'boolean' &&
    typeof entry.at === 'string'
  );
}
