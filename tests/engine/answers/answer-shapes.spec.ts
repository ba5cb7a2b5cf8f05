import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Answers } from '#engine';
import { evaluate, page, smallForm } from '../../support/small-procedure.js';

const text = { type: 'string', title: '文' };

/** The verdict over `{ p: { a: value } }` where `a` is the only field. */
function verdict(field: object, value: unknown, required = true) {
  const form = smallForm({
    pages: { p: page({ a: { title: '項目', ...field } }, { required: required ? ['a'] : [] }) },
  });
  return evaluate(form, { p: { a: value } });
}
const codes = (field: object, value: unknown, required = true) =>
  verdict(field, value, required).problems.map(({ path, code, params }) => [path, code, params]);

describe('an unanswered question', () => {
  it.each([undefined, null, '', ' \u3000\n'])('is one whose text is %j', (value) => {
    expect(codes({ type: 'string' }, value)).toEqual([['/p/a', 'required', undefined]]);
    expect(verdict({ type: 'string' }, value, false)).toMatchObject({ problems: [], answers: { p: {} } });
  });

  it('is an empty list of files or choices', () => {
    expect(codes({ type: 'array', 'x-attachment': { accept: ['image/png'] } }, [])).toEqual([
      ['/p/a', 'required', undefined],
    ]);
    expect(codes({ type: 'array', items: { type: 'string', enum: ['x'] } }, [])).toEqual([
      ['/p/a', 'required', undefined],
    ]);
  });

  it('is a consent that is not given', () => {
    const consent = { type: 'boolean', const: true };
    expect(codes(consent, undefined)).toEqual([['/p/a', 'consent-required', undefined]]);
    expect(codes(consent, false)).toEqual([['/p/a', 'consent-required', undefined]]);
    expect(codes(consent, true)).toEqual([]);
  });

  it('is not a question answered with No or 0', () => {
    expect(codes({ type: 'boolean' }, false)).toEqual([]);
    expect(codes({ type: 'integer' }, 0)).toEqual([]);
  });
});

describe('an answer', () => {
  it.each<readonly [string, object, unknown, string, Record<string, string | number> | undefined]>([
    ['of the wrong kind', { type: 'string' }, { $ne: 1 }, 'wrong-type', { type: 'string' }],
    ['of half a person', { type: 'integer' }, 1.5, 'wrong-type', { type: 'integer' }],
    ['of a number as a text', { type: 'number' }, '12', 'wrong-type', { type: 'number' }],
    ['too short', { type: 'string', minLength: 3 }, '大阪', 'too-short', { limit: 3 }],
    ['too long', { type: 'string', maxLength: 2 }, '大阪府', 'too-long', { limit: 2 }],
    ['far too long', { type: 'string', maxLength: 2 }, '大'.repeat(100_000), 'too-long', { limit: 2 }],
    ['below its least', { type: 'integer', minimum: 1 }, 0, 'too-small', { limit: 1 }],
    ['above its most', { type: 'integer', maximum: 31 }, 32, 'too-large', { limit: 31 }],
    ['not above its bound', { type: 'number', exclusiveMinimum: 0 }, 0, 'not-above', { limit: 0 }],
    ['not below its bound', { type: 'number', exclusiveMaximum: 5 }, 5, 'not-below', { limit: 5 }],
    ['off its step', { type: 'integer', multipleOf: 1000 }, 1500, 'wrong-step', { multipleOf: 1000 }],
    ['against its pattern', { type: 'string', pattern: '^[0-9]{4}$' }, '12a4', 'wrong-pattern', undefined],
    [
      'against its format',
      { type: 'string', format: 'postal-jp' },
      '540-0008',
      'wrong-format',
      { format: 'postal-jp' },
    ],
    [
      'a day that does not exist',
      { type: 'string', format: 'date' },
      '2023-02-29',
      'wrong-format',
      { format: 'date' },
    ],
    [
      'a day before the calendar',
      { type: 'string', format: 'date' },
      '0000-01-01',
      'wrong-format',
      { format: 'date' },
    ],
    [
      'a number with a wrong check digit',
      { type: 'string', format: 'corporate-number' },
      '9120001234567',
      'wrong-format',
      { format: 'corporate-number' },
    ],
    ['not among the options', { type: 'string', enum: ['a'] }, 'b', 'unknown-choice', undefined],
    [
      'partly not among the options',
      { type: 'array', items: { type: 'string', enum: ['a', 'b'] } },
      ['a', 'x'],
      'unknown-choice',
      undefined,
    ],
    [
      'an option twice',
      { type: 'array', items: { type: 'string', enum: ['a', 'b'] } },
      ['a', 'a'],
      'duplicate-items',
      undefined,
    ],
    [
      'too few options',
      { type: 'array', minItems: 2, items: { type: 'string', enum: ['a', 'b'] } },
      ['a'],
      'too-few',
      { limit: 2 },
    ],
    [
      'too many files',
      { type: 'array', 'x-attachment': { accept: ['image/png'] } },
      ['x', 'y'],
      'too-many',
      { limit: 1 },
    ],
    [
      'no id of a file',
      { type: 'array', 'x-attachment': { accept: ['image/png'] } },
      ['../x'],
      'wrong-format',
      { format: 'uuid' },
    ],
    ['other than a fixed value', { type: 'string', const: '大阪府' }, '京都府', 'wrong-value', undefined],
    ['beyond exact numbers', { type: 'integer' }, 2 ** 53, 'wrong-type', undefined],
  ])('%s is a problem, said once, and kept as it is', (_what, field, value, code, params) => {
    const found = verdict(field, value);
    expect(found.answers).toEqual({ p: { a: value } });
    if (code === 'wrong-type' && params === undefined) expect(found.problems).toHaveLength(1);
    else
      expect(found.problems).toEqual([{ path: '/p/a', code, level: 'error', ...(params ? { params } : {}) }]);
  });

  it('may be long in UTF-16 units where it is short in characters', () => {
    expect(codes({ type: 'string', maxLength: 2 }, '𠮷𩸽')).toEqual([]);
  });
});

describe('what is no part of the form', () => {
  const form = smallForm({
    pages: {
      p: page({
        a: text,
        g: { type: 'object', title: '組', properties: { b: text } },
        rows: {
          type: 'array',
          title: '一覧',
          maxItems: 2,
          items: { type: 'object', properties: { c: text } },
        },
      }),
    },
  });
  const found = (answers: unknown) => evaluate(form, answers as Answers);

  it('is named by its place and left out', () => {
    const verdict = found({
      p: { a: 'x', status: 'approved', g: { b: 'y', z: 1 }, rows: [{ c: 'q', d: 1 }] },
      applicantId: 1,
    });
    expect(verdict.problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
      '/p/status unknown-field',
      '/p/g/z unknown-field',
      '/p/rows/0/d unknown-field',
      '/applicantId unknown-field',
    ]);
    expect(verdict.answers).toEqual({ p: { a: 'x', g: { b: 'y' }, rows: [{ _id: 'r1', c: 'q' }] } });
  });

  it('is a page, group, repeat or row of the wrong kind', () => {
    expect(found({ p: [] }).problems).toMatchObject([
      { path: '/p', code: 'wrong-type', params: { type: 'object' } },
    ]);
    expect(found({ p: { g: 'x', rows: {} } }).problems).toMatchObject([
      { path: '/p/g', code: 'wrong-type', params: { type: 'object' } },
      { path: '/p/rows', code: 'wrong-type', params: { type: 'array' } },
    ]);
    expect(found({ p: { rows: [null, { c: 'x' }, 3] } }).problems).toMatchObject([
      { path: '/p/rows', code: 'too-many' },
    ]);
    expect(found({ p: { rows: [null, { c: 'x' }] } }).problems).toMatchObject([
      { path: '/p/rows/0', code: 'wrong-type' },
    ]);
  });

  it('is what objects inherit', () => {
    const hostile = JSON.parse('{"p":{"__proto__":{"a":"x"},"constructor":{"prototype":1}}}') as Answers;
    expect(found(hostile).problems.map(({ path }) => path)).toEqual(['/p/__proto__', '/p/constructor']);
    expect(found(Object.create({ p: { a: 'inherited' } }) as Answers).answers).toEqual({ p: { g: {} } });
  });

  it('is cut off in a list of problems after 200', () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`x${index}`, 1]));
    expect(found({ p: many }).problems).toHaveLength(200);
  });
});

describe('whatever is sent', () => {
  const form = smallForm({
    tables: { t: 'code,rate:number\na,0.4\n' },
    pages: {
      p: page(
        {
          n: { type: 'integer', title: '数', maximum: 1000 },
          day: { type: 'string', title: '日', format: 'date' },
          code: { type: 'string', title: '区分', 'x-askWhen': 'p.n > 3' },
          rows: {
            type: 'array',
            title: '一覧',
            maxItems: 3,
            items: {
              type: 'object',
              properties: {
                amount: { type: 'number', title: '額' },
                double: { type: 'number', title: '倍', 'x-compute': 'row.amount * 2' },
              },
            },
          },
          rate: { type: 'number', title: '率', 'x-compute': 'lookup(tables.t, "code", p.code).rate' },
          sum: { type: 'number', title: '計', 'x-compute': 'sum(p.rows.double) / p.n' },
        },
        { 'x-check': [{ id: 'c', expression: 'p.day < today', message: '前の日を。', level: 'error' }] },
      ),
    },
  });

  it('gives a verdict and never an exception', () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom('2021-10-01', 'a', 5, -1, 1e308, 0.1, '９'),
    );
    const fields = fc.record({
      n: value,
      day: value,
      code: value,
      rate: value,
      sum: value,
      rows: fc.oneof(value, fc.array(fc.record({ amount: value }))),
    });
    fc.assert(
      fc.property(fc.record({ p: fc.oneof(value, fields) }), (answers) => {
        const verdict = evaluate(form, answers as Answers);
        expect(verdict.problems.every(({ path }) => path.startsWith('/'))).toBe(true);
        expect(evaluate(form, verdict.answers).answers).toEqual(verdict.answers);
      }),
      { numRuns: 300 },
    );
  });

  it('includes what an expression cannot work with', () => {
    expect(evaluate(form, { p: { n: 5, code: 'z' } }).problems).toEqual([
      {
        path: '/p/rate',
        code: 'cannot-compute',
        level: 'error',
        params: expect.objectContaining({ reason: 'lookup-no-match' }),
      },
    ]);
  });
});
