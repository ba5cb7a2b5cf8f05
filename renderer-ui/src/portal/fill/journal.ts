/**
 * What is not yet on the server, kept on this device so that a reload, a crash or an hour without a line loses
 * nothing. One entry for each tab in which a draft is open, so that two tabs do not write over each other; cleared when
 * the draft is submitted or discarded, when somebody signs out, and when another account comes to this device.
 *
 * What this promises: a keystroke is handed to the browser before the next one is taken, and the browser brings it to its
 * disk within seconds. A page or a tab that dies loses nothing; a browser that is killed, or a device without power,
 * loses at most what was typed in those seconds, and of that only what the server did not have either.
 */
export interface JournalEntry {
  /** Mail address of the account: nobody else is given it. */
  readonly owner: string;
  readonly versionHash: string;
  /** The server's revision these answers were typed upon. */
  readonly revision: number;
  /** The server's answers at that revision: what is different here was typed here. */
  readonly base: Readonly<Record<string, unknown>>;
  readonly answers: Readonly<Record<string, unknown>>;
  /** Pages already looked at. */
  readonly visited: readonly string[];
  /** What was last sent and not yet confirmed: it may have arrived although its answer did not. */
  readonly sending: Readonly<Record<string, unknown>> | null;
  /** Something here has not reached the server. */
  readonly unsaved: boolean;
  /** Id of the control in which somebody was typing. */
  readonly place: string | null;
  /** Instant of the last keystroke by this device's clock: for the order of entries alone. */
  readonly at: string;
}

const PREFIX = 'tetsuzuki.draft.';

/** The part of `localStorage` a journal needs. */
export type JournalStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** For as long as this page lives, where the browser keeps nothing. */
const inMemory = memoryStore();

/** The browser's own, or one that ends with the page: a browser may forbid any use of it. */
function ownStore(): JournalStore {
  try {
    return localStorage;
  } catch {
    return inMemory;
  }
}

export function memoryStore(): JournalStore {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

/** Every entry of the draft, oldest keystroke first. Those of other accounts are not given. */
export function readJournals(
  draftId: string,
  owner: string,
  stores: readonly JournalStore[] = [ownStore(), inMemory],
): readonly JournalEntry[] {
  const entries = new Map(
    stores.flatMap((store) => keysIn(store, `${PREFIX}${draftId}.`).map((key) => [key, entryAt(store, key)])),
  );
  return [...entries.values()]
    .filter((entry) => entry !== null && entry.owner === owner)
    .sort((a, b) => ((a?.at ?? '') < (b?.at ?? '') ? -1 : 1)) as readonly JournalEntry[];
}

export function forgetJournal(draftId: string, store: JournalStore = ownStore()): void {
  forget(store, (key) => key.startsWith(`${PREFIX}${draftId}.`));
}

/** At sign-out: the next person at this device finds nothing. */
export function forgetJournals(store: JournalStore = ownStore()): void {
  forget(store, () => true);
}

/** When somebody is signed in: what another account has left here is none of theirs. */
export function forgetJournalsOfOthers(owner: string, store: JournalStore = ownStore()): void {
  forget(store, (key) => entryAt(store, key)?.owner !== owner);
}

function forget(store: JournalStore, isMeant: (key: string) => boolean): void {
  for (const each of new Set([store, inMemory]))
    for (const key of keysIn(each, PREFIX)) if (isMeant(key)) remove(each, key);
}

/** The journal of one draft in one tab. */
export class DraftJournal {
  private entry: JournalEntry | null = null;
  private readonly key: string;
  /** Whether the last entry outlives the page. */
  safe = true;

  constructor(
    private readonly draftId: string,
    tab: string,
    private readonly store: JournalStore = ownStore(),
    private readonly lastResort: JournalStore = inMemory,
  ) {
    this.key = `${PREFIX}${draftId}.${tab}`;
  }

  record(entry: JournalEntry): void {
    this.entry = entry;
    const text = JSON.stringify(entry);
    this.safe =
      this.store !== inMemory && (write(this.store, this.key, text) || this.writeAfterMakingRoom(text));
    // No room, or forbidden, is no reason to stop anybody from typing.
    if (!this.safe) this.lastResort.setItem(this.key, text);
  }

  /** Written at once: a page that is being closed has no time for another turn. */
  sending(answers: Readonly<Record<string, unknown>>): void {
    if (this.entry) this.record({ ...this.entry, sending: answers, unsaved: true });
  }

  /** What was in the draft's other entries is in this one now. */
  takeOver(): void {
    for (const store of [this.store, this.lastResort])
      for (const key of keysIn(store, `${PREFIX}${this.draftId}.`)) if (key !== this.key) remove(store, key);
  }

  /** From now on nothing is written: whoever leaves by signing out leaves nothing behind. */
  close(): void {
    this.entry = null;
  }

  get closed(): boolean {
    return this.entry === null;
  }

  private writeAfterMakingRoom(text: string): boolean {
    for (const key of keysIn(this.store, PREFIX))
      if (key !== this.key && entryAt(this.store, key)?.unsaved !== true) remove(this.store, key);
    return write(this.store, this.key, text);
  }
}

function keysIn(store: JournalStore, prefix: string): string[] {
  try {
    const keys = Array.from({ length: store.length }, (_, index) => store.key(index));
    return keys.filter((key) => key !== null && key.startsWith(prefix)) as string[];
  } catch {
    return [];
  }
}

function entryAt(store: JournalStore, key: string): JournalEntry | null {
  try {
    const entry: unknown = JSON.parse(store.getItem(key) ?? 'null');
    return isEntry(entry) ? entry : null;
  } catch {
    return null;
  }
}

function write(store: JournalStore, key: string, text: string): boolean {
  try {
    store.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

function remove(store: JournalStore, key: string): void {
  try {
    store.removeItem(key);
  } catch {
    return;
  }
}

function isEntry(value: unknown): value is JournalEntry {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as Partial<Record<keyof JournalEntry, unknown>>;
  return (
    typeof entry.owner === 'string' &&
    typeof entry.versionHash === 'string' &&
    typeof entry.revision === 'number' &&
    isObject(entry.base) &&
    isObject(entry.answers) &&
    typeof entry.sending === 'object' &&
    Array.isArray(entry.visited) &&
    typeof entry.unsaved === 'boolean' &&
    (entry.place === null || typeof entry.place === 'string') &&
    typeof entry.at === 'string'
  );
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
