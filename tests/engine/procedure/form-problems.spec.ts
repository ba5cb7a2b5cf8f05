import { describe, expect, it } from '@jest/globals';
import { compileForm } from '#engine';
import { formFiles, formProblems, page } from '../../support/small-procedure.js';

const text = { type: 'string', title: '項目' };
const whole = { type: 'integer', title: '数' };
const rowsOf = (properties: unknown, more: object = {}) => ({
  type: 'array',
  title: '一覧',
  maxItems: 3,
  items: { type: 'object', properties },
  ...more,
});

/** The problems of a form whose one page `p` has these fields. */
const ofFields = (fields: Readonly<Record<string, unknown>>, more: object = {}) =>
  formProblems({ pages: { p: page(fields, { ...more }) } });
/** Of a form with the one field `p.a`. */
const ofField = (field: unknown) => ofFields({ a: field });

const at = (path: string) => `form.schema.json#/properties/p/properties/${path}`;

describe('a field', () => {
  it.each([
    ['needs a title', { type: 'string' }, { path: at('a'), code: 'missing-key', params: { key: 'title' } }],
    ['needs a type', { title: '項目' }, { path: at('a'), code: 'missing-key', params: { key: 'type' } }],
    [
      'has no unknown keyword; the nearest is proposed',
      { ...text, 'x-askwhen': 'true' },
      { path: at('a/x-askwhen'), code: 'unknown-key', params: { key: 'x-askwhen', suggestion: 'x-askWhen' } },
    ],
    [
      'is never conditional by if/then',
      { ...text, if: {} },
      { path: at('a/if'), code: 'unknown-key', params: { key: 'if' } },
    ],
    [
      'has only keywords of its type',
      { ...text, minimum: 1 },
      { path: at('a/minimum'), code: 'keyword-not-for-type', params: { key: 'minimum', type: 'string' } },
    ],
    [
      'has a known format',
      { ...text, format: 'postal-jq' },
      {
        path: at('a/format'),
        code: 'unknown-choice',
        params: { value: 'postal-jq', suggestion: 'postal-jp', choices: expect.anything() },
      },
    ],
    [
      'has bounds in the right order',
      { ...whole, minimum: 5, maximum: 1 },
      { path: at('a/minimum'), code: 'bounds-crossed', params: { low: 'minimum', high: 'maximum' } },
    ],
    [
      'has whole steps (4.35 is no multiple of 0.01)',
      { ...whole, multipleOf: 0.01 },
      {
        path: at('a/multipleOf'),
        code: 'wrong-shape',
        params: { expected: 'whole-number', from: 1, to: 1_000_000_000 },
      },
    ],
    [
      'has a pattern that cannot hang',
      { ...text, pattern: '^(a+)+$' },
      { path: at('a/pattern'), code: 'pattern-exponential' },
    ],
    [
      'has a default that is a valid answer',
      { ...whole, default: '3' },
      { path: at('a/default'), code: 'default-not-valid' },
    ],
    [
      'is readOnly only where the server can tell',
      { ...text, readOnly: true },
      { path: at('a/readOnly'), code: 'read-only-unprotected' },
    ],
    [
      'is prefilled from a known source',
      { ...text, 'x-prefill': 'session.name' },
      { path: at('a/x-prefill'), code: 'unknown-prefill', params: { source: 'session.name' } },
    ],
    [
      'never arrives ticked as a consent',
      { type: 'boolean', title: '同意', const: true, default: true },
      { path: at('a/default'), code: 'consent-preset' },
    ],
    [
      'that is a list says of what',
      { type: 'array', title: '一覧' },
      { path: at('a'), code: 'array-of-what' },
    ],
    [
      'that repeats says how often at most',
      { ...rowsOf({ b: text }), maxItems: undefined },
      { path: at('a'), code: 'missing-key', params: { key: 'maxItems' } },
    ],
    [
      'does not repeat inside a repeat',
      rowsOf({ b: rowsOf({ c: text }) }),
      { path: at('a/items/properties/b'), code: 'nested-repeat' },
    ],
    [
      'that is a group is not empty',
      { type: 'object', title: '組', properties: {} },
      { path: at('a'), code: 'no-fields' },
    ],
    [
      'that is a group is not computed',
      { type: 'object', title: '組', properties: { b: text }, 'x-compute': '1' },
      { path: at('a/x-compute'), code: 'keyword-not-for-type', params: { key: 'x-compute', type: 'object' } },
    ],
    [
      'takes files that can be shown',
      { type: 'array', title: '写真', 'x-attachment': { accept: ['image/svg+xml'] } },
      {
        path: at('a/x-attachment/accept'),
        code: 'unknown-media-type',
        params: { type: 'image/svg+xml', known: expect.anything() },
      },
    ],
  ])('%s', (_rule, field, expected) => {
    expect(ofField(field)).toContainEqual({ level: 'error', ...expected });
  });
});

describe('a name', () => {
  it.each([
    'constructor',
    'prototype',
    'toString',
    'a b',
    'a.b',
    '1a',
    '',
    'a"];globalThis.PWN=1;//',
    'a'.repeat(64),
  ])('may not be %j', (name) => {
    expect(ofFields({ [name]: text })).toMatchObject([{ code: 'unsafe-name', params: { name } }]);
  });

  it.each(['if', 'null', 'item', 'and'])('may not be %s, a word of the expression language', (name) => {
    expect(ofFields({ [name]: text })).toMatchObject([{ code: 'reserved-name', params: { name } }]);
  });

  it.each(['today', 'tables', 'row', 'application', 'notice'])(
    'of a page may not be %s, a fact of its own',
    (name) => {
      expect(formProblems({ pages: { [name]: page({ a: text }) } })).toMatchObject([
        { code: 'reserved-name' },
      ]);
    },
  );

  it('may be Japanese', () => {
    expect(formProblems({ pages: { 店舗: page({ 氏名: text }) } })).toEqual([]);
  });
});

describe('options', () => {
  const tables = { cities: 'code,name\n271004,大阪市\n271403,堺市\n' };
  const problems = (field: object) =>
    formProblems({ pages: { p: page({ a: { title: '市', ...field } }) }, tables });

  it.each([
    [
      'of a table that exists',
      { table: 'citys', value: 'code', label: 'name' },
      {
        path: at('a/x-options/table'),
        code: 'unknown-table',
        params: { name: 'citys', suggestion: 'cities' },
      },
    ],
    [
      'of a column that exists',
      { table: 'cities', value: 'cod', label: 'name' },
      {
        path: at('a/x-options/value'),
        code: 'unknown-column',
        params: { table: 'cities', name: 'cod', suggestion: 'code' },
      },
    ],
  ])('are %s', (_rule, options, expected) => {
    expect(problems({ type: 'string', 'x-options': options })).toContainEqual({
      level: 'error',
      ...expected,
    });
  });

  it.each([
    ['the same value twice', { enum: ['a', 'a'] }, 'duplicate-option'],
    ['a value of another type', { enum: [1] }, 'option-type'],
    ['no option', { enum: [] }, 'no-options'],
    ['two ways at once', { enum: ['a'], oneOf: [{ const: 'a', title: 'A' }] }, 'options-twice'],
  ])('are refused with %s', (_what, field, code) => {
    expect(problems({ type: 'string', ...field })).toMatchObject([{ code }]);
  });

  it('carry a title each', () => {
    expect(problems({ type: 'string', oneOf: [{ const: 'a' }] })).toMatchObject([
      { path: at('a/oneOf/0'), code: 'missing-key', params: { key: 'title' } },
    ]);
  });
});

describe('$ref', () => {
  const problems = (ref: string, defs: unknown = { item: text }) =>
    formProblems({ pages: { p: page({ a: { $ref: ref } }) }, defs });

  it('may name a definition of the file', () => {
    expect(problems('#/$defs/item')).toEqual([]);
  });

  it.each(['http://127.0.0.1/x', 'file:///etc/passwd', '#/properties/p', 'other.json'])(
    'may not be %s',
    (ref) => {
      expect(problems(ref)).toContainEqual({
        path: at('a/$ref'),
        code: 'ref-not-local',
        level: 'error',
        params: { ref },
      });
    },
  );

  it('must name one that exists', () => {
    expect(problems('#/$defs/itme')).toContainEqual({
      path: at('a/$ref'),
      code: 'unknown-ref',
      level: 'error',
      params: { name: 'itme', suggestion: 'item' },
    });
  });

  it('may not come round to itself', () => {
    const defs = { item: { type: 'object', title: '組', properties: { b: { $ref: '#/$defs/item' } } } };
    expect(problems('#/$defs/item', defs)).toContainEqual({
      path: 'form.schema.json#/$defs/item/properties/b/$ref',
      code: 'ref-cycle',
      level: 'error',
      params: { name: 'item' },
    });
  });

  it('says a problem of a definition once, however often it is used', () => {
    const found = formProblems({
      pages: { p: page({ a: { $ref: '#/$defs/item' }, b: { $ref: '#/$defs/item' } }) },
      defs: { item: { type: 'string' } },
    });
    expect(found).toEqual([
      { path: 'form.schema.json#/$defs/item', code: 'missing-key', level: 'error', params: { key: 'title' } },
    ]);
  });
});

describe('required', () => {
  it('names fields that exist', () => {
    expect(ofFields({ name: text }, { required: ['nmae'] })).toEqual([
      {
        path: 'form.schema.json#/properties/p/required/0',
        code: 'unknown-field',
        level: 'error',
        params: { name: 'nmae', suggestion: 'name' },
      },
    ]);
  });
});

describe('form.ui.json', () => {
  const problems = (ui: unknown) => formProblems({ pages: { p: page({ name: text, kind: text }) }, ui });

  it.each([
    ['names pages that exist', { q: {} }, { path: 'form.ui.json#/q', code: 'unknown-field' }],
    [
      'names fields that exist',
      { p: { nmae: {} } },
      { path: 'form.ui.json#/p/nmae', code: 'unknown-field', params: { suggestion: 'name' } },
    ],
    [
      'uses hints that exist',
      { p: { name: { 'ui:wiget': 'radio' } } },
      { path: 'form.ui.json#/p/name/ui:wiget', code: 'unknown-field', params: { suggestion: 'ui:widget' } },
    ],
    [
      'uses options that exist',
      { p: { name: { 'ui:options': { onclick: 'x' } } } },
      { path: 'form.ui.json#/p/name/ui:options/onclick', code: 'unknown-field' },
    ],
    [
      'orders every field',
      { p: { 'ui:order': ['kind'] } },
      { path: 'form.ui.json#/p/ui:order', code: 'order-incomplete', params: { names: 'name' } },
    ],
  ])('%s', (_rule, ui, expected) => {
    expect(problems(ui)).toMatchObject([expected]);
  });
});

describe('a form', () => {
  it('has at most 500 fields', () => {
    const fields = Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`f${index}`, text]));
    expect(ofFields(fields)).toMatchObject([
      { code: 'too-many-fields', params: { limit: 500, actual: 501 } },
    ]);
  });

  it('names every problem of every file at once', () => {
    const files = {
      ...formFiles({ pages: { p: page({ a: { type: 'string' }, b: { type: 'strin', title: '項目' } }) } }),
      'form.ui.json': '{"q":{}}',
      'tables/t.csv': 'a:number\nx\n',
    };
    const compiled = compileForm(files);
    expect(compiled.ok ? [] : compiled.problems.map((problem) => `${problem.path} ${problem.code}`)).toEqual([
      'form.schema.json#/properties/p/properties/a missing-key',
      'form.schema.json#/properties/p/properties/b/type unknown-choice',
      'form.ui.json#/q unknown-field',
      'tables/t.csv#2 table-cell-type',
    ]);
  });

  it('that is missing, broken or too large is said to be so', () => {
    const files = formFiles({ pages: { p: page({ a: text }) } });
    const { 'form.schema.json': _schema, ...without } = files;
    expect(compileForm(without)).toMatchObject({
      problems: [{ path: 'form.schema.json', code: 'missing-file' }],
    });
    expect(compileForm({ ...files, 'form.schema.json': '{' })).toMatchObject({
      problems: [{ code: 'json-syntax' }],
    });
    expect(compileForm({ ...files, 'form.schema.json': ' '.repeat(1024 * 1024 + 1) })).toMatchObject({
      problems: [{ path: 'form.schema.json', code: 'file-too-large' }],
    });
  });

  it('says in which dialect it is written, if at all', () => {
    const files = formFiles({ pages: { p: page({ a: text }) } });
    const draft7 = {
      ...JSON.parse(files['form.schema.json'] ?? ''),
      $schema: 'http://json-schema.org/draft-07/schema#',
    };
    expect(compileForm({ ...files, 'form.schema.json': JSON.stringify(draft7) })).toMatchObject({
      problems: [{ path: 'form.schema.json#/$schema', code: 'wrong-dialect' }],
    });
  });
});
