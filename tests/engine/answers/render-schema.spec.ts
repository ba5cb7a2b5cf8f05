import { describe, expect, it } from '@jest/globals';
import { renderSchema } from '#engine';
import { evaluate, page, smallForm } from '../../support/small-procedure.js';

const form = smallForm({
  pages: {
    p: page(
      {
        kind: {
          type: 'string',
          title: '区分',
          oneOf: [
            { const: 'a', title: '法人' },
            { const: 'b', title: '個人' },
          ],
        },
        number: { type: 'string', title: '法人番号', 'x-askWhen': 'p.kind = "a"', description: '13桁' },
        rows: {
          type: 'array',
          title: '一覧',
          maxItems: 2,
          items: {
            type: 'object',
            required: ['n'],
            properties: {
              n: { type: 'integer', title: '数', minimum: 0, maximum: 9 },
              why: { type: 'string', title: '理由', 'x-askWhen': 'row.n = 0', maxLength: 5 },
            },
          },
        },
        total: { type: 'integer', title: '計', 'x-compute': 'sum(p.rows.n)', minimum: 0, maximum: 99 },
      },
      { title: '申請者', required: ['kind', 'number'] },
    ),
  },
});
const [first] = form.pages;
const schema = (answers: Record<string, unknown>) =>
  first && renderSchema(first, evaluate(form, { p: answers }));

describe('the schema a page is drawn from', () => {
  it('holds the asked questions alone, with titles, required ones, and computed ones to read', () => {
    expect(schema({ kind: 'b', rows: [{ n: 1 }] })).toEqual({
      type: 'object',
      title: '申請者',
      required: ['kind'],
      properties: {
        kind: {
          type: 'string',
          title: '区分',
          oneOf: [
            { const: 'a', title: '法人' },
            { const: 'b', title: '個人' },
          ],
        },
        rows: {
          type: 'array',
          title: '一覧',
          maxItems: 2,
          items: {
            type: 'object',
            required: ['n'],
            properties: { n: { type: 'integer', title: '数', minimum: 0, maximum: 9 } },
          },
        },
        total: { type: 'integer', title: '計', readOnly: true, minimum: 0, maximum: 99 },
      },
    });
  });

  it('holds a question of a repeat when any row asks it', () => {
    expect(schema({ rows: [{ n: 1 }, { n: 0 }] })).toHaveProperty('properties.rows.items.properties.why');
  });

  it('is the same object for the same questions, whatever the answers', () => {
    expect(schema({ kind: 'a', number: '1' })).toBe(schema({ kind: 'a', number: '2', rows: [] }));
    expect(schema({ kind: 'a' })).not.toBe(schema({ kind: 'b' }));
  });
});
