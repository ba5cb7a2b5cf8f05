import { describe, expect, it } from '@jest/globals';
import { mergeAnswers } from '#engine';
import { page, smallForm } from '../../support/small-procedure.js';

const text = { type: 'string', title: '欄' };
const form = smallForm({
  pages: {
    store: page({
      name: text,
      tel: text,
      owner: { type: 'object', title: '責任者', properties: { name: text } },
      papers: {
        type: 'array',
        title: '書類',
        'x-attachment': { accept: ['image/jpeg'], maxCount: 9 },
      },
      sales: {
        type: 'array',
        title: '売上',
        maxItems: 9,
        items: { type: 'object', properties: { month: text, yen: text } },
      },
    }),
  },
});
const merge = (base: object, mine: object, theirs: object) =>
  mergeAnswers(form, { store: base }, { store: mine }, { store: theirs });

describe('answers typed in two places', () => {
  it('come together where different questions were changed', () => {
    const base = { name: '大阪', tel: '06', owner: { name: '太郎' } };
    expect(merge(base, { ...base, name: '大阪食堂' }, { ...base, owner: { name: '花子' } })).toEqual({
      answers: { store: { name: '大阪食堂', tel: '06', owner: { name: '花子' } } },
      conflicts: [],
    });
  });

  it('keep what one side has added and lose what one has emptied', () => {
    const merged = merge(
      { name: '大阪', tel: '06' },
      { tel: '06' },
      { name: '大阪', tel: '06', owner: { name: '花子' } },
    );
    expect(merged).toEqual({ answers: { store: { tel: '06', owner: { name: '花子' } } }, conflicts: [] });
  });

  it('are a conflict where both changed the same question otherwise, and none where they agree', () => {
    const merged = merge({ name: '大', tel: '1' }, { name: '大阪', tel: '2' }, { name: '大津', tel: '2' });
    expect(merged).toEqual({
      answers: { store: { name: '大阪', tel: '2' } },
      conflicts: [{ path: '/store/name', mine: '大阪', theirs: '大津' }],
    });
    expect(merge({ name: '大' }, { name: '大阪' }, {}).conflicts).toEqual([
      { path: '/store/name', mine: '大阪', theirs: null },
    ]);
  });

  it('keep every file that either side added', () => {
    const merged = merge({ papers: ['a', 'b'] }, { papers: ['a', 'b', 'c'] }, { papers: ['b', 'd'] });
    expect(merged).toEqual({ answers: { store: { papers: ['b', 'c', 'd'] } }, conflicts: [] });
  });

  const row = (id: string, yen: string) => ({ _id: id, month: '10', yen });

  it('keep the rows of both, each in its place, whatever their numbers', () => {
    const base = { sales: [row('k1', '1'), row('k2', '2')] };
    const mine = { sales: [row('k1', '1'), row('k9', '9'), row('k2', '22')] };
    const theirs = { sales: [row('k2', '2'), row('k3', '3')] };
    expect(merge(base, mine, theirs)).toEqual({
      answers: { store: { sales: [row('k9', '9'), row('k2', '22'), row('k3', '3')] } },
      conflicts: [],
    });
  });

  it('keep a row that one side changed and the other took away, and ask', () => {
    const base = { sales: [row('k1', '1')] };
    const merged = merge(base, { sales: [] }, { sales: [row('k1', '5')] });
    expect(merged).toEqual({
      answers: { store: { sales: [row('k1', '5')] } },
      conflicts: [{ path: '/store/sales/@k1', mine: null, theirs: row('k1', '5') }],
    });
  });

  it('name the row of a conflict by its id', () => {
    const sales = (yen: string) => ({ sales: [row('k1', '1'), row('k2', yen)] });
    expect(merge(sales('2'), sales('3'), sales('4')).conflicts).toEqual([
      { path: '/store/sales/@k2/yen', mine: '3', theirs: '4' },
    ]);
  });
});
