import { describe, expect, it } from '@jest/globals';
import {
  DraftJournal,
  forgetJournal,
  forgetJournals,
  forgetJournalsOfOthers,
  type JournalEntry,
  type JournalStore,
  memoryStore,
  readJournals,
} from '../../renderer-ui/src/portal/fill/journal.js';

const ENTRY: JournalEntry = {
  owner: 'taro@example.jp',
  versionHash: 'v1',
  revision: 3,
  base: { store: { name: '大阪' } },
  answers: { store: { name: '大阪食堂', tel: '06' } },
  sending: null,
  visited: ['store'],
  unsaved: true,
  place: 'store.tel',
  at: '2021-11-05T01:32:00.000Z',
};

/** What one tab writes. */
function write(store: JournalStore, draftId: string, tab: string, entry: JournalEntry = ENTRY): DraftJournal {
  const journal = new DraftJournal(draftId, tab, store, memoryStore());
  journal.record(entry);
  return journal;
}
const read = (store: JournalStore, draftId: string, owner = 'taro@example.jp') =>
  readJournals(draftId, owner, [store]);

describe('the journal of a draft', () => {
  it('gives back what was written, and nothing after it is forgotten', () => {
    const store = memoryStore();
    write(store, 'd1', 'a');
    expect(read(store, 'd1')).toEqual([ENTRY]);
    forgetJournal('d1', store);
    expect(read(store, 'd1')).toEqual([]);
  });

  it('keeps what each tab has typed apart, in the order of the last keystroke', () => {
    const store = memoryStore();
    const later = { ...ENTRY, at: '2021-11-05T01:40:00.000Z' };
    write(store, 'd1', 'a', later);
    write(store, 'd1', 'b');
    expect(read(store, 'd1')).toEqual([ENTRY, later]);
    write(store, 'd1', 'c').takeOver();
    expect(read(store, 'd1')).toHaveLength(1);
  });

  it('is for nobody but whose it is', () => {
    const store = memoryStore();
    write(store, 'd1', 'a');
    expect(read(store, 'd1', 'hanako@example.jp')).toEqual([]);
    forgetJournalsOfOthers('taro@example.jp', store);
    expect(read(store, 'd1')).toEqual([ENTRY]);
    forgetJournalsOfOthers('hanako@example.jp', store);
    expect(read(store, 'd1')).toEqual([]);
  });

  it('is emptied of every draft at sign-out, and of nothing else', () => {
    const store = memoryStore();
    write(store, 'd1', 'a');
    write(store, 'd2', 'a');
    store.setItem('tetsuzuki.language', 'en');
    forgetJournals(store);
    expect([read(store, 'd1'), read(store, 'd2')]).toEqual([[], []]);
    expect(store.getItem('tetsuzuki.language')).toBe('en');
  });

  it('notes what leaves for the server before it is known to have arrived', () => {
    const store = memoryStore();
    const journal = write(store, 'd1', 'a', { ...ENTRY, unsaved: false });
    journal.sending({ store: { name: '大阪食堂' } });
    expect(read(store, 'd1')).toMatchObject([{ unsaved: true, sending: { store: { name: '大阪食堂' } } }]);
    journal.close();
    forgetJournals(store);
    journal.sending({});
    expect(read(store, 'd1')).toEqual([]);
  });

  it('takes what it cannot read for nothing', () => {
    const store = memoryStore();
    store.setItem('tetsuzuki.draft.d1.a', '{"revision":');
    store.setItem('tetsuzuki.draft.d1.b', '{"revision":"1"}');
    expect(read(store, 'd1')).toEqual([]);
  });

  it('makes room by giving up what has reached the server, and says when there is none', () => {
    const items = memoryStore();
    const small: JournalStore = {
      get length() {
        return items.length;
      },
      key: (index) => items.key(index),
      getItem: (key) => items.getItem(key),
      removeItem: (key) => items.removeItem(key),
      setItem: (key, value) => {
        if (items.length >= 2 && items.getItem(key) === null) throw new Error('QuotaExceededError');
        items.setItem(key, value);
      },
    };
    write(small, 'd1', 'a', { ...ENTRY, unsaved: false });
    write(small, 'd2', 'a');
    expect(write(small, 'd3', 'a').safe).toBe(true);
    expect([read(small, 'd1'), read(small, 'd2'), read(small, 'd3')]).toEqual([[], [ENTRY], [ENTRY]]);
    const inThisPage = memoryStore();
    const journal = new DraftJournal('d4', 'a', small, inThisPage);
    journal.record(ENTRY);
    expect(journal.safe).toBe(false);
    expect(readJournals('d4', 'taro@example.jp', [small, inThisPage])).toEqual([ENTRY]);
  });
});
