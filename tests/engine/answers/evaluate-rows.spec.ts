import { describe, expect, it } from '@jest/globals';
import { evaluate, page, smallForm } from '../../support/small-procedure.js';

const text = { type: 'string', title: '文' };
const whole = { type: 'integer', title: '数' };
const form = smallForm({
  pages: {
    p: page(
      {
        limit: whole,
        shops: {
          type: 'array',
          title: '店舗',
          maxItems: 3,
          items: {
            type: 'object',
            required: ['name', 'sales'],
            properties: {
              name: text,
              late: { type: 'boolean', title: '深夜営業' },
              hours: {
                type: 'object',
                title: '営業時間',
                'x-askWhen': 'row.late = true',
                required: ['close'],
                properties: {
                  close: { type: 'string', title: '閉店', format: 'hours' },
                  why: { ...text, 'x-askWhen': 'row.hours.close = "26:00"' },
                },
              },
              sales: whole,
              // A row may read a total that reads all rows.
              share: { type: 'number', title: '割合', 'x-compute': 'row.sales / p.total' },
            },
            'x-check': [
              {
                id: 'limit',
                expression: 'row.sales <= p.limit',
                message: '上限を超えています。',
                level: 'error',
                target: 'row.sales',
              },
              {
                id: 'hours',
                expression: 'row.hours.close != "5:00"',
                message: '早すぎます。',
                level: 'warning',
                target: 'row.hours.close',
              },
            ],
          },
          'x-check': [
            { id: 'few', expression: 'count(p.shops) >= 2', message: '2店舗以上です。', level: 'error' },
          ],
        },
        total: { ...whole, 'x-compute': 'sum(p.shops.sales)' },
        comment: { ...text, 'x-askWhen': 'some shop in p.shops satisfies shop.late' },
      },
      { required: ['shops'] },
    ),
  },
});
const verdict = (shops: unknown, more: object = {}) => evaluate(form, { p: { shops, ...more } });
const said = (shops: unknown, more: object = {}) =>
  verdict(shops, more).problems.map(({ path, code, params }) => `${path} ${String(params?.['id'] ?? code)}`);

describe('a repeat', () => {
  it('asks, computes and prunes row by row', () => {
    const shops = [
      { name: '甲', late: true, hours: { close: '26:00', why: '常連' }, sales: 30 },
      { name: '乙', late: false, hours: { close: '22:00' }, sales: 10 },
    ];
    expect(verdict(shops, { comment: 'x' })).toMatchObject({
      problems: [],
      answers: {
        p: {
          shops: [
            { name: '甲', late: true, hours: { close: '26:00', why: '常連' }, sales: 30, share: 0.75 },
            { name: '乙', late: false, sales: 10, share: 0.25 },
          ],
          total: 40,
          comment: 'x',
        },
      },
    });
    expect(verdict(shops).answers['p']).not.toHaveProperty('shops.1.hours');
  });

  it('misses what each row must have, in the order of the screen', () => {
    expect(said([{ late: true }, { name: '乙', sales: 1 }])).toEqual([
      '/p/shops/0/name required',
      '/p/shops/0/hours/close required',
      '/p/shops/0/sales required',
    ]);
  });

  it('checks each row by itself, and stands beside the row’s own field', () => {
    const shops = [
      { name: '甲', sales: 5 },
      { name: '乙', sales: 50, late: true, hours: { close: '5:00' } },
    ];
    expect(said(shops, { limit: 10 })).toEqual(['/p/shops/1/hours/close hours', '/p/shops/1/sales limit']);
  });

  it('keeps what no number holds exactly to 15 digits', () => {
    expect(
      verdict([
        { name: '甲', sales: 1 },
        { name: '乙', sales: 2 },
      ]).answers['p'],
    ).toMatchObject({ shops: [{ share: 0.333333333333333 }, { share: 0.666666666666667 }] });
  });

  it('is checked as a whole once', () => {
    expect(said([{ name: '甲', sales: 5 }])).toEqual(['/p/shops few']);
  });

  it('is required, and may be empty where a check does not mind', () => {
    expect(said(undefined)).toEqual(['/p/shops required']);
    expect(said([])).toEqual(['/p/shops required', '/p/shops few']);
  });

  it('names everything asked by row', () => {
    const { asked } = verdict([{ name: '甲', sales: 1, late: true }]);
    expect([...asked].filter((pointer) => pointer.startsWith('/p/shops/0'))).toEqual([
      '/p/shops/0',
      '/p/shops/0/name',
      '/p/shops/0/late',
      '/p/shops/0/hours',
      '/p/shops/0/hours/close',
      '/p/shops/0/sales',
      '/p/shops/0/share',
    ]);
  });
});
