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
  /** What was last sent and not yet confirmed: it may have arrived although its answer did not. */
  readonly sending: Readonly<Record<string, unknown>> | null;
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

/** The journal of one draft while it is open. */
export class DraftJournal {
  private entry: JournalEntry | null = null;

  constructor(
    private readonly draftId: string,
    private readonly store: JournalStore = localStorage,
  ) {}

  record(entry: JournalEntry): void {
    this.entry = entry;
    writeJournal(this.draftId, entry, this.store);
  }

  /** Written at once: a page that is being closed has no time for another turn. */
  sending(answers: Readonly<Record<string, unknown>>): void {
    if (this.entry) this.record({ ...this.entry, sending: answers, unsaved: true });
  }

  /** From now on nothing is written: whoever leaves by signing out leaves nothing behind. */
  close(): void {
    this.entry = null;
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
  const ours = entry.revision === draft.revision || sameJson(entry.sending, draft.answers);
  return { kind: ours ? 'restored' : 'conflict', entry };
}

/** Equal as JSON, in whatever order a database keeps the members. */
function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return (
    left.size === right.size &&
    [...left].every(([key, value]) => right.has(key) && sameJson(value, right.get(key)))
  );
}

function isEntry(value: unknown): value is JournalEntry {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as Partial<Record<keyof JournalEntry, unknown>>;
  return (
    typeof entry.versionHash === 'string' &&
    typeof entry.revision === 'number' &&
    typeof entry.answers === 'object' &&
    entry.answers !== null &&
    typeof entry.sending === 'object' &&
    Array.isArray(entry.visited) &&
    typeof entry.unsaved === 'boolean' &&
    typeof entry.at === 'string'
  );
}
