import { describe, expect, it } from '@jest/globals';
import {
  compareResults,
  coverApplicants,
  describeResultCause,
  describeResultChange,
  type ResultChange,
} from '#engine';
import { page } from '../../support/small-procedure.js';
import { type Made, reviewOfAmounts, smallGrant } from './small-grant.js';

const kind = {
  type: 'string',
  title: '業態',
  oneOf: [
    { const: 'bar', title: 'バー' },
    { const: 'cafe', title: '喫茶店' },
  ],
};

/** A grant by the day: the rate from a table, the limit in a check. */
function grant({ rate = 100, limit = 30, fine = 'money.amount < 1000' } = {}): Made {
  const checks = [{ id: 'small-amount', title: '少額', expression: fine, message: '確かめます。' }];
  const { automatic_check } = reviewOfAmounts.stages;
  return smallGrant(
    {
      tables: { rates: `kind,rate:number\nbar,${rate}\ncafe,50\n` },
      pages: {
        money: page(
          {
            kind,
            days: {
              type: 'integer',
              title: '日数',
              minimum: 1,
              maximum: 100,
              'x-check': [
                { id: 'days', expression: `money.days <= ${limit}`, message: '多すぎます。', level: 'error' },
              ],
            },
            amount: {
              type: 'integer',
              title: '支給額',
              'x-compute': 'lookup(tables.rates, "kind", money.kind).rate * money.days',
            },
          },
          { required: ['kind', 'days'] },
        ),
      },
    },
    {
      ...reviewOfAmounts,
      stages: { ...reviewOfAmounts.stages, automatic_check: { ...automatic_check, checks } },
    },
  );
}

const before = grant();
const applicants = coverApplicants(before.procedure, before.validators).applicants.map(
  ({ example }) => example,
);

const inWords = (after: Made, change: ResultChange) =>
  `${describeResultChange(change, after.procedure, 'ja')} ← ${change.because
    .map((cause) => describeResultCause(cause, after.procedure, 'ja'))
    .join('、')}`;

describe('compareResults', () => {
  it('says nothing where nothing comes out otherwise', () => {
    expect(compareResults(before, grant(), applicants)).toEqual([]);
  });

  it('says for whom an amount changes, and which table it comes from', () => {
    const after = grant({ rate: 120 });
    const changed = compareResults(before, after, applicants);
    const bars = applicants.filter(({ answers }) => (answers['money'] as { kind: string }).kind === 'bar');
    expect(changed.map(({ file }) => file)).toEqual(bars.map(({ file }) => file));
    expect(changed.flatMap(({ changes }) => changes.map((change) => inWords(after, change)))).toContain(
      '「支給額」が 100 から 120 に変わります ← 表 tables/rates.csv の行が違います',
    );
  });

  it('says who is refused now, and by which check', () => {
    const after = grant({ limit: 29 });
    const [first] = compareResults(before, after, applicants);
    const change = first?.changes.find((one) => one.kind === 'problem');
    expect(change).toMatchObject({
      place: '/money/days',
      from: null,
      to: 'check days',
      because: [{ kind: 'check', from: 'money.days <= 30 (error)', to: 'money.days <= 29 (error)' }],
    });
  });

  it('says whose application goes another way', () => {
    const after = grant({ fine: 'money.amount < 10' });
    const changes = compareResults(before, after, applicants).flatMap((one) => one.changes);
    expect(changes.map((change) => inWords(after, change))).toContain(
      '到達のときの行き先が「決裁」から「審査」に変わります ← 段階「自動チェック」が違います',
    );
  });
});
