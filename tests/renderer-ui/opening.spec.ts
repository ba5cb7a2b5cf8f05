import { describe, expect, it } from '@jest/globals';
import type { DraftView } from '../../renderer-ui/src/api/types.js';
import type { JournalEntry } from '../../renderer-ui/src/portal/fill/journal.js';
import { afterMove, openWith } from '../../renderer-ui/src/portal/fill/opening.js';
import { page, smallForm } from '../support/small-procedure.js';

const text = { type: 'string', title: '欄' };
const form = smallForm({ pages: { store: page({ name: text, tel: text, note: text }) } });
const store = (answers: object) => ({ store: answers });
const draft = (revision: number, answers: object) =>
  ({ versionHash: 'v1', revision, answers: store(answers) }) as unknown as DraftView;
const entry = (base: object, answers: object, more: Partial<JournalEntry> = {}): JournalEntry => ({
  owner: 'taro@example.jp',
  versionHash: 'v1',
  revision: 3,
  base: store(base),
  answers: store(answers),
  sending: null,
  visited: ['store'],
  unsaved: true,
  place: null,
  at: '2021-11-05T01:32:00.000Z',
  ...more,
});

describe('opening a draft', () => {
  it('takes the saved answers when this device has nothing newer', () => {
    const opening = {
      answers: store({ name: '大' }),
      visited: [],
      restored: false,
      place: null,
      conflicts: [],
    };
    expect(openWith(form, draft(3, { name: '大' }), [])).toEqual(opening);
    const older = entry({ name: '犬' }, { name: '犬' }, { unsaved: false, revision: 2 });
    expect(openWith(form, draft(3, { name: '大' }), [older]).answers).toEqual(opening.answers);
  });

  it('restores what this device had not saved', () => {
    const opening = openWith(form, draft(3, { name: '大' }), [
      entry({ name: '大' }, { name: '大阪', tel: '06' }),
    ]);
    expect(opening).toMatchObject({ answers: store({ name: '大阪', tel: '06' }), restored: true });
    expect(opening.visited).toEqual(['store']);
  });

  it('puts what two tabs had not saved together', () => {
    const entries = [entry({}, { name: '大阪' }), entry({}, { tel: '06' })];
    const opening = openWith(form, draft(3, {}), entries);
    expect(opening).toMatchObject({
      answers: store({ name: '大阪', tel: '06' }),
      restored: true,
      conflicts: [],
    });
  });

  it('adds what another device has saved meanwhile, and asks only where both say something', () => {
    const here = entry({ name: '大' }, { name: '大阪', tel: '06' });
    expect(openWith(form, draft(5, { name: '大', note: '夜' }), [here])).toMatchObject({
      answers: store({ name: '大阪', tel: '06', note: '夜' }),
      conflicts: [],
    });
    expect(openWith(form, draft(5, { name: '大津' }), [here]).conflicts).toEqual([
      { path: '/store/name', mine: '大阪', theirs: '大津' },
    ]);
  });

  it('knows its own last save again, though its answer was lost', () => {
    const here = entry({ name: '大' }, { name: '大阪', tel: '06' }, { sending: store({ name: '大阪' }) });
    expect(openWith(form, draft(4, { name: '大阪' }), [here])).toMatchObject({
      answers: store({ name: '大阪', tel: '06' }),
      conflicts: [],
    });
    const all = { ...here, sending: here.answers };
    expect(openWith(form, draft(4, { name: '大阪', tel: '06' }), [all]).restored).toBe(false);
  });

  it('goes on where somebody was typing last', () => {
    const entries = [
      entry({}, {}, { place: 'store.name' }),
      entry({}, {}, { place: 'store.tel' }),
      entry({}, {}),
    ];
    expect(openWith(form, draft(3, {}), entries).place).toBe('store.tel');
  });

  it('keeps answers that are not asked at the moment through a move to a new version', () => {
    const saved = entry({ name: '大' }, { name: '大', note: '夜' }, { unsaved: false, versionHash: 'v0' });
    const moved = draft(4, { name: '大' });
    const carried = afterMove(saved, moved, saved);
    expect([carried.versionHash, carried.revision]).toEqual(['v1', 4]);
    expect(openWith(form, moved, [carried])).toMatchObject({
      answers: store({ name: '大', note: '夜' }),
      restored: false,
    });
    // What was saved elsewhere in between counts more.
    const later = draft(6, { name: '大' });
    expect(openWith(form, later, [afterMove(saved, later, saved)]).answers).toEqual(store({ name: '大' }));
  });
});
