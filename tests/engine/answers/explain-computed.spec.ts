import { describe, expect, it } from '@jest/globals';
import { explainComputed } from '#engine';
import { evaluate, page, smallForm } from '../../support/small-procedure.js';

const form = smallForm({
  tables: { bands: 'band,rate:number,floor:number,cap:number\nA,0.4,40000,100000\n' },
  pages: {
    p: page({
      method: {
        type: 'string',
        title: '方式',
        oneOf: [
          { const: 'sales', title: '売上高方式' },
          { const: 'none', title: 'なし' },
        ],
      },
      sales: { type: 'integer', title: '1日あたり売上高' },
      days: { type: 'integer', title: '対象日数' },
      opened: { type: 'string', format: 'date', title: '開店日' },
      daily: {
        type: 'integer',
        title: '日額',
        'x-compute':
          'if p.method = "sales" then min(max(round up(p.sales * lookup(tables.bands, "band", "A").rate, -3), lookup(tables.bands, "band", "A").floor), lookup(tables.bands, "band", "A").cap) else 0',
      },
      total: { type: 'integer', title: '支給額', 'x-compute': 'p.daily * p.days' },
      early: { type: 'integer', title: '早期給付' },
      payable: {
        type: 'integer',
        title: '支払額',
        'x-compute': 'if p.early = null then p.total else p.total - p.early',
      },
      is_new: { type: 'boolean', title: '新店', 'x-compute': 'p.opened > date("2021-01-01")' },
      rows: {
        type: 'array',
        title: '月別売上',
        maxItems: 3,
        items: {
          type: 'object',
          properties: {
            amount: { type: 'integer', title: '売上高' },
            tax: { type: 'number', title: '税', 'x-compute': 'row.amount * 0.1' },
          },
        },
      },
      sum: { type: 'integer', title: '合計', 'x-compute': 'sum(p.rows.amount)' },
    }),
  },
});
const answers = {
  method: 'sales',
  sales: 100001,
  days: 37,
  opened: '2021-04-01',
  rows: [{ amount: 10 }, { amount: 20 }],
};
const explain = (pointer: string, change: object = {}) =>
  explainComputed(form, pointer, evaluate(form, { p: { ...answers, ...change } }), 'ja');

describe('a computed value', () => {
  it('is explained as the sum it was, with rounding and limits in words', () => {
    expect(explain('/p/daily')).toEqual({
      title: '日額',
      value: '41,000',
      formula:
        '日額 ＝ （「1日あたり売上高」（100,001） × 0.4）の1,000未満切上げ（下限 40,000・上限 100,000）',
      inputs: [
        { title: '方式', value: '売上高方式' },
        { title: '1日あたり売上高', value: '100,001' },
      ],
    });
  });

  it('is explained by other computed values where it builds on them', () => {
    expect(explain('/p/total')).toMatchObject({
      value: '1,517,000',
      formula: '支給額 ＝ 「日額」（41,000） × 「対象日数」（37）',
    });
  });

  it('is explained by the branch that was taken', () => {
    expect(explain('/p/daily', { method: 'none' })).toMatchObject({ value: '0', formula: '日額 ＝ 0' });
  });

  it('does not name what has no answer', () => {
    expect(explain('/p/payable')?.inputs.map(({ title }) => title)).toEqual(['支給額']);
    expect(explain('/p/payable', { early: 500000 })?.inputs.map(({ title }) => title)).toEqual([
      '早期給付',
      '支給額',
    ]);
  });

  it('prints dates in eras and yes or no', () => {
    expect(explain('/p/is_new')).toMatchObject({
      value: 'はい',
      formula: '新店 ＝ 「開店日」（令和3年4月1日） ＞ 令和3年1月1日',
    });
  });

  it('of a repeat names the column, of a row the row', () => {
    expect(explain('/p/sum')).toMatchObject({ value: '30', formula: '合計 ＝ 「売上高」（10、20）の合計' });
    expect(explain('/p/rows/1/tax')).toMatchObject({ value: '2', formula: '税 ＝ 「売上高」（20） × 0.1' });
  });

  it('that is not there, or not computed, has no explanation', () => {
    expect(explain('/p/total', { days: null })).toBeNull();
    expect(explain('/p/sales')).toBeNull();
    expect(explain('/p/nothing')).toBeNull();
  });
});

describe('an amount', () => {
  const money = { type: 'integer', 'x-unit': '円' };
  const priced = smallForm({
    tables: { bands: 'band,rate:number,floor:number,cap:number\nA,0.4,40000,100000\n' },
    pages: {
      p: page({
        sales: { ...money, title: '売上' },
        days: { type: 'integer', title: '日数', 'x-unit': '日' },
        daily: {
          ...money,
          title: '日額',
          'x-compute':
            'min(max(round up(p.sales * lookup(tables.bands, "band", "A").rate, -3), lookup(tables.bands, "band", "A").floor), lookup(tables.bands, "band", "A").cap)',
        },
        total: { ...money, title: '支給額', 'x-compute': 'p.daily * p.days' },
        left: { ...money, title: '残り', 'x-compute': 'max(p.total - 5000, 0)' },
        share: { type: 'number', title: '割合', 'x-compute': '(p.total - 1000) / (p.sales + 1) * 2' },
        each: { ...money, title: '端数', 'x-compute': 'floor((p.sales + 1) / 3)' },
        weird: { type: 'integer', title: '別', 'x-unit': '俵', 'x-compute': 'p.days + 1' },
      }),
    },
  });
  const evaluation = evaluate(priced, { p: { sales: 100001, days: 37 } });
  const formula = (name: string, language: 'ja' | 'en') =>
    explainComputed(priced, `/p/${name}`, evaluation, language)?.formula;

  it.each([
    [
      'daily',
      '日額 ＝ （「売上」（100,001円） × 0.4）の千円未満切上げ（下限 40,000円・上限 100,000円）',
      '日額 = (“売上” (100,001 yen) × 0.4) rounded up to 1,000 yen (at least 40,000 yen, at most 100,000 yen)',
    ],
    [
      'total',
      '支給額 ＝ 「日額」（41,000円） × 「日数」（37日）',
      '支給額 = “日額” (41,000 yen) × “日数” (37 days)',
    ],
    [
      'left',
      '残り ＝ （「支給額」（1,517,000円） − 5,000円）（下限 0円）',
      '残り = (“支給額” (1,517,000 yen) − 5,000 yen) (at least 0 yen)',
    ],
    [
      'share',
      '割合 ＝ （「支給額」（1,517,000円） − 1,000） ÷ （「売上」（100,001円） ＋ 1） × 2',
      '割合 = (“支給額” (1,517,000 yen) − 1,000) ÷ (“売上” (100,001 yen) + 1) × 2',
    ],
    [
      'each',
      '端数 ＝ （（「売上」（100,001円） ＋ 1） ÷ 3）の1円未満切捨て',
      '端数 = ((“売上” (100,001 yen) + 1) ÷ 3) rounded down to 1 yen',
    ],
    ['weird', '別 ＝ 「日数」（37日） ＋ 1俵', '別 = “日数” (37 days) + 1 俵'],
  ])('%s is explained with its unit, in Japanese and English', (name, ja, en) => {
    expect(formula(name, 'ja')).toBe(ja);
    expect(formula(name, 'en')).toBe(en);
  });
});
