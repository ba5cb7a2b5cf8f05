import { describe, expect, it } from '@jest/globals';
import { evaluate, page, smallForm } from '../../support/small-procedure.js';

const store = smallForm({
  pages: {
    applicant: page(
      {
        kind: {
          type: 'string',
          title: '事業者区分',
          oneOf: [
            { const: 'corporation', title: '法人' },
            { const: 'individual', title: '個人' },
          ],
        },
        corporate_number: {
          type: 'string',
          title: '法人番号',
          format: 'corporate-number',
          'x-askWhen': 'applicant.kind = "corporation"',
        },
        name: { type: 'string', title: '名称', maxLength: 10 },
      },
      { required: ['kind', 'corporate_number', 'name'] },
    ),
    sales: page(
      {
        rows: {
          type: 'array',
          title: '月別売上',
          maxItems: 3,
          items: {
            type: 'object',
            required: ['amount'],
            properties: {
              amount: { type: 'integer', title: '売上高', minimum: 0 },
              reason: { type: 'string', title: '売上のない理由', 'x-askWhen': 'row.amount = 0' },
            },
            'x-check': [
              {
                id: 'plausible',
                expression: 'row.amount < 1000000',
                message: '売上高を確かめてください。',
                level: 'warning',
                target: 'row.amount',
              },
            ],
          },
        },
        total: { type: 'integer', title: '合計', 'x-compute': 'sum(sales.rows.amount)' },
        half: { type: 'number', title: '半分', 'x-compute': 'sales.total / 2' },
      },
      { 'x-askWhen': 'applicant.kind = "corporation"', required: ['rows', 'total'] },
    ),
    consent: page({ agree: { type: 'boolean', title: '同意', const: true } }, { required: ['agree'] }),
  },
});

const complete = {
  applicant: { kind: 'corporation', corporate_number: '7000012050002', name: '大阪商店' },
  sales: {
    rows: [
      { _id: 'r1', amount: 100 },
      { _id: 'r2', amount: 0, reason: '休業' },
    ],
  },
  consent: { agree: true },
};

describe('complete answers', () => {
  const verdict = evaluate(store, complete);

  it('have no problem', () => {
    expect(verdict.problems).toEqual([]);
  });

  it('come back with the computed values', () => {
    expect(verdict.answers).toEqual({ ...complete, sales: { ...complete.sales, total: 100, half: 50 } });
  });

  it('name everything that was asked, rows included', () => {
    expect([...verdict.asked]).toEqual([
      '/applicant',
      '/applicant/kind',
      '/applicant/corporate_number',
      '/applicant/name',
      '/sales',
      '/sales/rows',
      '/sales/rows/0',
      '/sales/rows/1',
      '/sales/rows/0/amount',
      '/sales/rows/1/amount',
      '/sales/rows/1/reason',
      '/sales/total',
      '/sales/half',
      '/consent',
      '/consent/agree',
    ]);
  });
});

describe('what is not asked', () => {
  it('is pruned, a whole page at a time', () => {
    const verdict = evaluate(store, {
      ...complete,
      applicant: { ...complete.applicant, kind: 'individual' },
    });
    expect(verdict.answers).toEqual({
      applicant: { kind: 'individual', name: '大阪商店' },
      consent: { agree: true },
    });
    expect(verdict.problems).toEqual([]);
  });
});

describe('no answers at all', () => {
  it('lack only what is asked already, in the order of the screen', () => {
    expect(evaluate(store, {}).problems).toEqual([
      { path: '/applicant/kind', code: 'required', level: 'error' },
      { path: '/applicant/name', code: 'required', level: 'error' },
      { path: '/consent/agree', code: 'consent-required', level: 'error' },
    ]);
  });
});

describe('an answer of the wrong kind', () => {
  it('is a problem, and not answered for everything that depends on it', () => {
    const verdict = evaluate(store, { ...complete, sales: { rows: [{ amount: '100' }] } });
    expect(verdict.problems).toEqual([
      { path: '/sales/rows/0/amount', code: 'wrong-type', level: 'error', params: { type: 'integer' } },
      { path: '/sales/total', code: 'not-computed', level: 'error' },
    ]);
    expect(verdict.answers['sales']).toEqual({ rows: [{ _id: 'r1', amount: '100' }] });
  });
});

describe('a check', () => {
  it('stands beside its target in the row where it failed', () => {
    const verdict = evaluate(store, { ...complete, sales: { rows: [{ amount: 5 }, { amount: 2000000 }] } });
    expect(verdict.problems).toEqual([
      {
        path: '/sales/rows/1/amount',
        code: 'check',
        level: 'warning',
        params: { id: 'plausible' },
        message: '売上高を確かめてください。',
      },
    ]);
  });
});
