import { describe, expect, it } from '@jest/globals';
import { formProblems, page } from '../../support/small-procedure.js';

const text = { type: 'string', title: '項目' };
const whole = { type: 'integer', title: '数' };
const repeat = (properties: unknown) => ({
  type: 'array',
  title: '一覧',
  maxItems: 3,
  items: { type: 'object', properties },
});

/** The problems of a form whose one page `p` has these fields. */
const ofFields = (fields: Readonly<Record<string, unknown>>, more: object = {}) =>
  formProblems({ pages: { p: page(fields, { ...more }) } });
/** Of a form with the one field `p.a`. */
const ofField = (field: unknown) => ofFields({ a: field });

const at = (path: string) => `form.schema.json#/properties/p/properties/${path}`;

describe('an expression', () => {
  it.each([
    [
      'names what exists',
      { 'x-askWhen': 'p.b = "x"' },
      { code: 'expression-unknown-field', params: { name: 'b', position: 3 } },
    ],
    [
      'of a condition is true or false',
      { 'x-askWhen': '1 + 1' },
      { code: 'condition-not-boolean', params: { expected: 'boolean', actual: 'number' } },
    ],
    [
      'of a text gives a text',
      { 'x-compute': '1 + 1' },
      { code: 'expression-wrong-result', params: { expected: 'string', actual: 'number' } },
    ],
    ['can be read', { 'x-compute': '1 +' }, { code: 'expression-syntax' }],
    [
      'knows no row outside of a repeat',
      { 'x-askWhen': 'row.a = "x"' },
      { code: 'expression-unknown-name', params: { name: 'row' } },
    ],
  ])('%s', (_rule, more, expected) => {
    expect(ofField({ ...text, ...more })).toMatchObject([
      { path: at(`a/${Object.keys(more)[0] ?? ''}`), ...expected },
    ]);
  });

  it('waits for no value that waits for it', () => {
    const fields = {
      a: { ...whole, 'x-compute': 'p.b + 1' },
      b: { ...whole, 'x-compute': 'p.c + 1' },
      c: { ...whole, 'x-compute': 'p.a + 1' },
    };
    expect(ofFields(fields)).toEqual([
      {
        path: at('a/x-compute'),
        code: 'dependency-cycle',
        level: 'error',
        params: { fields: 'p.a → p.b → p.c → p.a' },
      },
    ]);
  });

  it('of a page may not depend on the page', () => {
    expect(ofFields({ a: text }, { 'x-askWhen': 'p.a = "x"' })).toMatchObject([
      { code: 'dependency-cycle', params: { fields: 'p → p.a → p' } },
    ]);
  });
});

describe('a check', () => {
  const check = { id: 'c', expression: 'p.a = "x"', message: '確かめてください。', level: 'error' };
  const problems = (change: object) => ofField({ ...text, 'x-check': [{ ...check, ...change }] });

  it('is whole', () => {
    expect(problems({})).toEqual([]);
  });

  it.each([
    [
      'needs an expression',
      { expression: undefined },
      { code: 'missing-key', params: { key: 'expression' } },
    ],
    ['needs a message', { message: undefined }, { code: 'missing-key', params: { key: 'message' } }],
    ['is an error or a warning', { level: 'info' }, { code: 'unknown-choice' }],
    [
      'stands beside a field that exists',
      { target: 'p.b' },
      { code: 'unknown-field', params: { name: 'p.b', suggestion: 'p.a' } },
    ],
    ['is true or false', { expression: 'p.a' }, { code: 'condition-not-boolean' }],
  ])('%s', (_rule, change, expected) => {
    expect(problems(change)).toMatchObject([expected]);
  });

  it('has an id of its own', () => {
    expect(ofField({ ...text, 'x-check': [check, check] })).toMatchObject([
      { code: 'duplicate-id', params: { id: 'c' } },
    ]);
  });

  it('of the whole form says where its message stands', () => {
    expect(formProblems({ pages: { p: page({ a: text }) }, check: [check] })).toEqual([
      { path: 'form.schema.json#/x-check/0', code: 'missing-key', level: 'error', params: { key: 'target' } },
    ]);
  });

  it('outside of a repeat does not point into it', () => {
    const fields = {
      a: { ...text, 'x-check': [{ ...check, target: 'p.rows.b' }] },
      rows: repeat({ b: text }),
    };
    expect(ofFields(fields)).toMatchObject([{ code: 'target-in-repeat', params: { name: 'p.rows.b' } }]);
  });
});
