import { describe, expect, it } from '@jest/globals';
import {
  chooseOpening,
  DraftJournal,
  forgetJournal,
  forgetJournals,
  type JournalEntry,
  type JournalStore,
  readJournal,
  writeJournal,
} from '../../renderer-ui/src/portal/fill/journal.js';

const ENTRY: JournalEntry = {
  versionHash: 'v1',
  revision: 3,
  answers: { store: { name: '大阪食堂', tel: '06' } },
  sending: null,
  visited: ['store'],
  unsaved: true,
  at: '2021-11-05T01:32:00.000Z',
};

/** As a browser's storage, for one test. */
function storage(): JournalStore {
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

describe('the journal of a draft', () => {
  it('gives back what was written, and nothing after it is forgotten', () => {
    const store = storage();
    writeJournal('d1', ENTRY, store);
    expect(readJournal('d1', store)).toEqual(ENTRY);
    forgetJournal('d1', store);
    expect(readJournal('d1', store)).toBeNull();
  });

  it('is emptied of every draft at sign-out, and of nothing else', () => {
    const store = storage();
    writeJournal('d1', ENTRY, store);
    writeJournal('d2', ENTRY, store);
    store.setItem('tetsuzuki.language', 'en');
    forgetJournals(store);
    expect([readJournal('d1', store), readJournal('d2', store)]).toEqual([null, null]);
    expect(store.getItem('tetsuzuki.language')).toBe('en');
  });

  it('notes what leaves for the server before it is known to have arrived', () => {
    const store = storage();
    const journal = new DraftJournal('d1', store);
    journal.record({ ...ENTRY, unsaved: false });
    journal.sending({ store: { name: '大阪食堂' } });
    expect(readJournal('d1', store)).toMatchObject({
      unsaved: true,
      sending: { store: { name: '大阪食堂' } },
    });
    journal.close();
    forgetJournals(store);
    journal.sending({});
    expect(readJournal('d1', store)).toBeNull();
  });

  it('takes what it cannot read, or must not write, for nothing', () => {
    const store = storage();
    store.setItem('tetsuzuki.draft.d1', '{"revision":');
    store.setItem('tetsuzuki.draft.d2', '{"revision":"1"}');
    expect([readJournal('d1', store), readJournal('d2', store)]).toEqual([null, null]);
    const full: JournalStore = {
      ...storage(),
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    expect(() => writeJournal('d1', ENTRY, full)).not.toThrow();
  });
});

describe('opening a draft', () => {
  const draft = { versionHash: 'v1', revision: 3, answers: { store: { name: '大阪' } } };

  it('takes the saved answers when this device has nothing newer', () => {
    expect(chooseOpening(null, draft)).toEqual({ kind: 'saved' });
    expect(chooseOpening({ ...ENTRY, unsaved: false }, draft)).toEqual({ kind: 'saved' });
    expect(chooseOpening({ ...ENTRY, versionHash: 'v0' }, draft)).toEqual({ kind: 'saved' });
  });

  it('restores what this device had not saved', () => {
    expect(chooseOpening(ENTRY, draft)).toEqual({ kind: 'restored', entry: ENTRY });
  });

  it('knows its own last save again, though its answer was lost', () => {
    const entry = { ...ENTRY, sending: { store: { tel: '06', name: '大阪' } } };
    const saved = { ...draft, revision: 4, answers: { store: { name: '大阪', tel: '06' } } };
    expect(chooseOpening(entry, saved)).toEqual({ kind: 'restored', entry });
  });

  it('asks when somebody else saved in between', () => {
    expect(chooseOpening(ENTRY, { ...draft, revision: 5 })).toEqual({ kind: 'conflict', entry: ENTRY });
  });
});
