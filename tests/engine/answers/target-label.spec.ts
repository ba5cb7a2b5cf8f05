import { describe, expect, it } from '@jest/globals';
import { targetLabel } from '#engine';
import { page, smallForm } from '../../support/small-procedure.js';

const form = smallForm({
  pages: {
    p: page({
      rows: {
        type: 'array',
        title: '一覧',
        maxItems: 9,
        items: { type: 'object', properties: { n: { type: 'integer', title: '数' } } },
      },
    }),
  },
});
const answers = {
  p: {
    rows: [
      { _id: 'aa', n: 1 },
      { _id: 'bb', n: 2 },
    ],
  },
};

describe('the words for a place of the form', () => {
  it('count rows from 1, by number or by the id of the row', () => {
    expect(targetLabel(form, '/p/rows/1/n')).toBe('ページ　一覧（2行目）　数');
    expect(targetLabel(form, '/p/rows/@bb/n', answers)).toBe('ページ　一覧（2行目）　数');
  });

  it('name no row that is gone', () => {
    expect(targetLabel(form, '/p/rows/@zz/n', answers)).toBe('ページ　一覧　数');
  });

  it('are joined as English joins them, round the titles of an English form', () => {
    expect(targetLabel(form, '/p/rows/1/n', answers, 'en')).toBe('ページ, 一覧 (no. 2), 数');
  });
});
