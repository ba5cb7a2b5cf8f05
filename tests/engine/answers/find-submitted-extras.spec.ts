import { describe, expect, it } from '@jest/globals';
import { type Answers, findSubmittedExtras } from '#engine';
import { evaluate, page, smallForm } from '../../support/small-procedure.js';

const form = smallForm({
  pages: {
    p: page({
      kind: { type: 'string', title: '区分', enum: ['a', 'b'] },
      name: { type: 'string', title: '名称', 'x-askWhen': 'p.kind = "a"' },
      amount: { type: 'integer', title: '額' },
      total: { type: 'integer', title: '計', 'x-compute': 'p.amount * 2' },
      rows: {
        type: 'array',
        title: '一覧',
        maxItems: 3,
        items: {
          type: 'object',
          properties: {
            n: { type: 'integer', title: '数' },
            why: { type: 'string', title: '理由', 'x-askWhen': 'row.n = 0' },
          },
        },
      },
    }),
    q: page({ note: { type: 'string', title: '備考' } }, { 'x-askWhen': 'p.kind = "b"' }),
  },
});
const extras = (answers: Answers) =>
  findSubmittedExtras(form, answers, evaluate(form, answers)).map(({ path, code }) => `${path} ${code}`);

describe('submitted answers', () => {
  it('may leave computed values out, or bring the same', () => {
    expect(extras({ p: { kind: 'b', amount: 3 }, q: {} })).toEqual([]);
    expect(extras({ p: { kind: 'b', amount: 3, total: 6 } })).toEqual([]);
  });

  it('may not bring another computed value', () => {
    expect(extras({ p: { amount: 3, total: 600000 } })).toEqual(['/p/total computed-mismatch']);
    expect(extras({ p: { total: 1 } })).toEqual(['/p/total computed-mismatch']);
  });

  it('may not answer what is not asked: a field, a page, a field of a row', () => {
    expect(extras({ p: { kind: 'b', name: '大阪商店' } })).toEqual(['/p/name not-asked']);
    expect(extras({ p: { kind: 'a' }, q: { note: 'x' } })).toEqual(['/q not-asked']);
    expect(
      extras({
        p: {
          rows: [
            { n: 0, why: '休業' },
            { n: 1, why: '休業' },
          ],
        },
      }),
    ).toEqual(['/p/rows/1/why not-asked']);
  });

  it('may carry empty boxes of what is no longer asked', () => {
    expect(extras({ p: { kind: 'b', name: '' }, q: {} })).toEqual([]);
    expect(extras({ p: { kind: 'a' }, q: { note: null } })).toEqual([]);
  });
});
