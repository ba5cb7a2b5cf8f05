import { describe, expect, it } from '@jest/globals';
import { evaluate, page, smallForm } from '../../support/small-procedure.js';

const text = { type: 'string', title: '文' };
const whole = { type: 'integer', title: '数' };
const list = (items: object, more: object = {}) => ({
  type: 'array',
  title: '一覧',
  maxItems: 5,
  items: { type: 'object', ...items },
  ...more,
});
const group = (properties: object, more: object = {}) => ({
  type: 'object',
  title: '組',
  properties,
  ...more,
});
const on = { type: 'boolean', title: 'はい' };

/** A required question behind a condition at every depth that a form has, in two repeats. */
const form = smallForm({
  ui: { deep: { 'ui:order': ['rows', 'switches', '*'] } },
  pages: {
    deep: page({
      switches: group({ page: on, group: on, rows: on }),
      plain: text,
      inGroup: group(
        {
          must: text,
          inner: group(
            { must: text, sum: { ...whole, 'x-compute': 'deep.inGroup.inner.n * 2' }, n: whole },
            {
              'x-askWhen': 'deep.inGroup.must = "open"',
              required: ['must', 'n'],
            },
          ),
          list: list({
            properties: { must: text, twin: { ...text, 'x-compute': 'row.must' } },
            required: ['must'],
          }),
        },
        { 'x-askWhen': 'deep.switches.group', required: ['must', 'list'] },
      ),
      rows: list(
        {
          properties: {
            kind: { ...text, enum: ['a', 'b'] },
            must: { ...text, 'x-askWhen': 'row.kind = "a"' },
            box: group(
              {
                must: text,
                inner: group({ must: text }, { 'x-askWhen': 'row.box.must = "x"', required: ['must'] }),
                twice: { ...whole, 'x-compute': 'row.n * 2' },
              },
              { 'x-askWhen': 'row.kind = "b" or deep.switches.rows', required: ['must', 'twice'] },
            ),
            n: whole,
            total: { ...whole, 'x-compute': 'row.box.twice + row.n' },
          },
          required: ['kind', 'must'],
        },
        { 'x-askWhen': 'deep.switches.rows != null' },
      ),
    }),
    later: page(
      { must: text },
      { 'x-askWhen': 'some r in deep.rows satisfies r.kind = "b"', required: ['must'] },
    ),
  },
});
const verdict = (deep: object) => evaluate(form, { deep });
const said = (deep: object) => verdict(deep).problems.map(({ path, code }) => `${path} ${code}`);
const switches = (change: object) => ({ switches: { rows: false, ...change } });

describe('what is required', () => {
  it('binds nothing that is not asked', () => {
    expect(said({})).toEqual([]);
    expect(said({ inGroup: { must: '' }, rows: [{}] })).toEqual([]);
  });

  it('binds in a group while the group is asked, and not in a group of it that is not', () => {
    expect(said(switches({ group: true }))).toEqual([
      '/deep/inGroup/must required',
      '/deep/inGroup/list required',
    ]);
    expect(said({ ...switches({ group: true }), inGroup: { must: 'open', list: [{}] } })).toEqual([
      '/deep/inGroup/inner/must required',
      '/deep/inGroup/inner/n required',
      '/deep/inGroup/list/0/must required',
    ]);
  });

  it('binds in each row by itself', () => {
    const rows = [{ kind: 'a' }, { kind: 'b' }, { kind: 'b', box: { must: 'x' }, n: 4 }, {}];
    expect(said({ ...switches({}), rows })).toEqual([
      '/deep/rows/0/must required',
      '/deep/rows/1/box/must required',
      '/deep/rows/1/box/twice not-computed',
      '/deep/rows/2/box/inner/must required',
      '/deep/rows/3/kind required',
      '/later/must required',
    ]);
  });

  it('binds in a group of a row, and in a group of that, by the row’s own answers', () => {
    const rows = [
      { kind: 'a', must: 'x', box: { must: 'x' } },
      { kind: 'a', must: 'x', box: { must: 'y' } },
    ];
    expect(said({ ...switches({ rows: true }), rows: rows.map((row) => ({ ...row, n: 1 })) })).toEqual([
      '/deep/rows/0/box/inner/must required',
    ]);
  });
});

describe('what is computed', () => {
  it('is computed in groups and rows from what stands beside it', () => {
    const { answers } = verdict({
      ...switches({ rows: true, group: true }),
      inGroup: { must: 'open', inner: { must: 'm', n: 21 }, list: [{ must: 'p' }, { must: 'q' }] },
      rows: [
        { _id: 'aa', kind: 'b', box: { must: 'z' }, n: 5 },
        { _id: 'bb', kind: 'a', must: 'y', box: { must: 'z' }, n: 7 },
      ],
    });
    expect(answers['deep']).toMatchObject({
      inGroup: { inner: { sum: 42 }, list: [{ twin: 'p' }, { twin: 'q' }] },
      rows: [
        { _id: 'aa', box: { twice: 10 }, total: 15 },
        { _id: 'bb', box: { twice: 14 }, total: 21 },
      ],
    });
  });

  it('is not there where it is not asked', () => {
    const { answers } = verdict({
      ...switches({}),
      rows: [{ kind: 'a', must: 'x', n: 5, box: { must: 'y' } }],
    });
    expect(answers['deep']).toEqual({
      switches: { rows: false },
      rows: [{ _id: 'r1', kind: 'a', must: 'x', n: 5 }],
    });
  });
});

describe('the problems', () => {
  it('stand in the order of the screen: pages, then the author’s order, then row by row', () => {
    const form = smallForm({
      ui: { p: { 'ui:order': ['rows', 'last', '*'], rows: { items: { 'ui:order': ['b', 'a'] } } } },
      pages: {
        p: page(
          {
            first: text,
            last: { ...text, maxLength: 1 },
            rows: list({ properties: { a: text, b: { ...text, maxLength: 1 } }, required: ['a', 'b'] }),
          },
          { required: ['first', 'last', 'rows'], 'x-check': [] },
        ),
        q: page({ z: whole }),
      },
    });
    const rows = [{ b: 'too long' }, { a: 'x' }, { _id: '!', a: 'x', b: 'y' }];
    const { problems } = evaluate(form, { q: { z: 'x' }, p: { rows, last: 'xx', unknown: 1 } });
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
      '/p/unknown unknown-field',
      '/p/rows/0/b too-long',
      '/p/rows/0/a required',
      '/p/rows/1/b required',
      '/p/rows/2 wrong-row-id',
      '/p/last too-long',
      '/p/first required',
      '/q/z wrong-type',
    ]);
  });
});
