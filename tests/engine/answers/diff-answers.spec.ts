import { describe, expect, it } from '@jest/globals';
import { diffAnswers } from '#engine';
import { page, smallForm } from '../../support/small-procedure.js';

const text = { type: 'string', title: '文' };
const form = smallForm({
  ui: { p: { 'ui:order': ['name', 'rows', '*'] } },
  pages: {
    p: page({
      total: { type: 'integer', title: '計', 'x-compute': 'sum(p.rows.n)' },
      name: { ...text, title: '名前' },
      rows: {
        type: 'array',
        title: '一覧',
        maxItems: 9,
        items: { type: 'object', properties: { n: { type: 'integer', title: '数' }, note: text } },
      },
      boss: { type: 'object', title: '代表者', properties: { name: { ...text, title: '氏名' } } },
      files: { type: 'array', title: '写真', 'x-attachment': { accept: ['image/png'], maxCount: 3 } },
    }),
    q: page({ note: { ...text, title: '備考' } }),
  },
});
const diff = (before: object, after: object) => diffAnswers(form, { p: before }, { p: after });
const rows = (before: readonly unknown[], after: readonly unknown[]) =>
  diff({ rows: before }, { rows: after }).map(
    ({ path, kind, before: was, after: is }) =>
      `${kind} ${path} ${JSON.stringify(was)} → ${JSON.stringify(is)}`,
  );
const [a, b, c] = [
  { _id: 'aa', n: 1 },
  { _id: 'bb', n: 2 },
  { _id: 'cc', n: 3 },
];

describe('what differs', () => {
  it('is told question by question, in the order of the screen', () => {
    const before = { p: { name: '甲', total: 1, boss: { name: '山田' }, files: ['f1'] }, q: { note: 'x' } };
    const after = { p: { name: '乙', total: 2, boss: {}, files: ['f1', 'f2'] }, q: {} };
    expect(diffAnswers(form, before, after)).toEqual([
      { path: '/p/name', label: 'ページ　名前', kind: 'changed', before: '甲', after: '乙' },
      { path: '/p/total', label: 'ページ　計', kind: 'changed', before: 1, after: 2 },
      { path: '/p/boss/name', label: 'ページ　代表者　氏名', kind: 'removed', before: '山田', after: null },
      { path: '/p/files', label: 'ページ　写真', kind: 'changed', before: ['f1'], after: ['f1', 'f2'] },
      { path: '/q/note', label: 'ページ　備考', kind: 'removed', before: 'x', after: null },
    ]);
  });

  it('is nothing where nothing is answered in another way', () => {
    expect(diff({ name: '', files: [] }, {})).toEqual([]);
    expect(diff({ rows: [a] }, { rows: [{ n: 1, _id: 'aa' }] })).toEqual([]);
  });

  it('is an answer where none was', () => {
    expect(diff({}, { name: '甲' })).toMatchObject([{ kind: 'added', before: null, after: '甲' }]);
  });
});

describe('of rows', () => {
  it('is the one that was taken away, not all that moved up', () => {
    expect(rows([a, b, c], [b, c])).toEqual(['row-removed /p/rows/@aa {"n":1} → null']);
    expect(diff({ rows: [a, b] }, { rows: [b] })).toMatchObject([{ label: 'ページ　一覧（1行目）' }]);
  });

  it('is the one that was added, and the answer that was changed beside it', () => {
    expect(rows([a, b], [a, { _id: 'xx', n: 9 }, { ...b, n: 5 }])).toEqual([
      'row-added /p/rows/1 null → {"n":9}',
      'changed /p/rows/2/n 2 → 5',
    ]);
  });

  it('is the one that was moved', () => {
    expect(rows([a, b, c], [b, c, a])).toEqual(['row-moved /p/rows/2 1 → 3']);
    expect(rows([a, b, c], [c, a, b])).toEqual(['row-moved /p/rows/0 3 → 1']);
  });

  it('without ids is told by their places', () => {
    expect(rows([{ n: 1 }, { n: 2 }], [{ n: 1 }])).toEqual(['row-removed /p/rows/@r2 {"n":2} → null']);
    expect(rows([{ n: 1 }], [{ n: 4 }])).toEqual(['changed /p/rows/0/n 1 → 4']);
    expect(rows([{ n: 1 }], [{ _id: 'random', n: 4 }])).toEqual(['changed /p/rows/0/n 1 → 4']);
  });

  it('that got their ids meanwhile is told by those', () => {
    const kept = { _id: 'r2', n: 2 };
    expect(rows([{ n: 1 }, { n: 2 }], [kept, { _id: 'new1', n: 3 }])).toEqual([
      'row-removed /p/rows/@r1 {"n":1} → null',
      'row-added /p/rows/1 null → {"n":3}',
    ]);
  });
});
