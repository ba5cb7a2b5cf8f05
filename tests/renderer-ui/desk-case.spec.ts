import { describe, expect, it } from '@jest/globals';
import { holdFaults } from '../../renderer-ui/src/desk/action/hold-form.js';
import { historyTitle } from '../../renderer-ui/src/desk/application/history-title.js';
import { deskEn } from '../../renderer-ui/src/texts/desk-en.js';
import { deskJa } from '../../renderer-ui/src/texts/desk-ja.js';
import {
  correctables,
  outlineAnswers,
} from '../../renderer-ui/src/desk/application/answers/answer-outline.js';
import {
  pictureStyles,
  turnRight,
  wholeWidth,
  zoomIn,
  zoomOut,
} from '../../renderer-ui/src/desk/attachment/picture.js';
import { evaluate, page, smallForm } from '../support/small-procedure.js';

const form = smallForm({
  pages: {
    store: page(
      {
        name: { type: 'string', title: '店名' },
        closed: { type: 'boolean', title: '閉店していますか' },
        closed_on: {
          type: 'string',
          format: 'date',
          title: '閉店した日',
          'x-askWhen': 'store.closed = true',
        },
      },
      { title: 'お店' },
    ),
    sales: page(
      {
        rows: {
          type: 'array',
          title: '月ごとの売上',
          maxItems: 3,
          items: { type: 'object', properties: { amount: { type: 'integer', title: '金額' } } },
        },
        total: {
          type: 'integer',
          title: '合計',
          'x-compute': 'sum(for row in sales.rows return row.amount)',
        },
      },
      { title: '売上' },
    ),
  },
});

const { answers, asked } = evaluate(form, {
  store: { name: '大阪食堂', closed: false },
  sales: { rows: [{ amount: 300 }, { amount: 500 }] },
});
const outline = outlineAnswers(form, answers, (path) => asked.has(path));

describe('the answers as a reviewer reads them', () => {
  it('stand by page and in the order of the form, without what was not asked', () => {
    expect(outline.map((one) => [one.title, one.blocks.map((block) => block.field.title)])).toEqual([
      ['お店', ['店名', '閉店していますか']],
      ['売上', ['月ごとの売上', '合計']],
    ]);
  });

  it('can be sent back by field and by row, except what was calculated from them', () => {
    expect(correctables(outline)).toEqual([
      { path: '/store/name', label: 'お店　店名' },
      { path: '/store/closed', label: 'お店　閉店していますか' },
      { path: '/sales/rows', label: '売上　月ごとの売上' },
      { path: '/sales/rows/0/amount', label: '売上　月ごとの売上（1行目）　金額' },
      { path: '/sales/rows/1/amount', label: '売上　月ごとの売上（2行目）　金額' },
    ]);
  });
});

describe('a picture', () => {
  it('is enlarged and reduced by steps, and stops at the last', () => {
    expect(zoomIn(wholeWidth).zoom).toBe(1.5);
    expect(zoomOut(wholeWidth).zoom).toBe(0.75);
    expect(zoomIn({ zoom: 4, turns: 0 }).zoom).toBe(4);
    expect(zoomOut({ zoom: 0.5, turns: 0 }).zoom).toBe(0.5);
  });

  it('lies on paper that turns with it, so that every corner can be scrolled to', () => {
    const upright = pictureStyles(wholeWidth, { width: 600, height: 800 });
    expect(upright.paper).toEqual({ width: '100%', aspectRatio: '600 / 800' });
    const sideways = pictureStyles(turnRight(wholeWidth), { width: 600, height: 800 });
    expect(sideways).toEqual({
      paper: { width: '100%', aspectRatio: '800 / 600' },
      picture: { width: '75%', transform: 'translate(-50%, -50%) rotate(90deg)' },
    });
  });

  it('is upright again after four turns', () => {
    expect(turnRight(turnRight(turnRight(turnRight(wholeWidth))))).toEqual(wholeWidth);
  });
});

describe('a hold', () => {
  it.each([
    ['', '', { reason: 'hold-reason-missing', reviewOn: 'review-date-missing' }],
    ['照会中', '2021-11-05', { reason: null, reviewOn: 'review-date-past' }],
    ['照会中', '2021-11-06', { reason: null, reviewOn: null }],
  ])('with reason 「%s」 and review date 「%s」 on 5 November 2021', (reason, reviewOn, expected) => {
    expect(holdFaults(reason, reviewOn, '2021-11-05')).toEqual(expected);
  });
});

describe('a line of the history', () => {
  const arrival = { type: 'arrived', title: '到達', about: null };

  it('is told in the reader’s language where the words are ours', () => {
    expect(historyTitle(arrival, deskJa.history)).toBe('到達');
    expect(historyTitle(arrival, deskEn.history)).toBe('Arrival');
    const assigned = { type: 'assigned', title: '担当：鈴木 恵', about: '鈴木 恵' };
    expect(historyTitle(assigned, deskEn.history)).toBe('Assigned to 鈴木 恵');
    expect(historyTitle({ ...assigned, about: null }, deskEn.history)).toBe('No longer assigned');
  });

  it('keeps the procedure’s words for what only this procedure does', () => {
    const action = { type: 'action', title: '疑義調査に回す', about: null };
    expect(historyTitle(action, deskEn.history)).toBe('疑義調査に回す');
  });
});
