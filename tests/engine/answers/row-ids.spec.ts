import { describe, expect, it } from '@jest/globals';
import {
  findSubmittedExtras,
  renderSchema,
  resolvePointer,
  stablePointer,
  withoutComputed,
  withRowIds,
} from '#engine';
import { evaluate, page, smallForm } from '../../support/small-procedure.js';

const form = smallForm({
  pages: {
    p: page({
      shops: {
        type: 'array',
        title: '店舗',
        maxItems: 4,
        items: {
          type: 'object',
          required: ['name'],
          properties: {
            name: { type: 'string', title: '店名', maxLength: 5 },
            sales: { type: 'integer', title: '売上' },
            tax: { type: 'integer', title: '税', 'x-compute': 'row.sales * 2' },
          },
        },
      },
      same: { type: 'boolean', title: '同じ店', 'x-compute': 'p.shops[1] = p.shops[2]' },
      members: { type: 'integer', title: '項目の数', 'x-compute': 'count(get entries(p.shops[1]))' },
      boss: {
        type: 'object',
        title: '代表者',
        properties: {
          posts: {
            type: 'array',
            title: '役職',
            maxItems: 2,
            items: { type: 'object', properties: { title: { type: 'string', title: '名称' } } },
          },
        },
      },
    }),
  },
});
const shops = (...rows: unknown[]) => evaluate(form, { p: { shops: rows } });
const idsOf = (rows: readonly unknown[]) =>
  (shops(...rows).answers['p'] as { shops: { _id: string }[] }).shops.map(({ _id }) => _id);
const said = (...rows: unknown[]) => shops(...rows).problems.map(({ path, code }) => `${path} ${code}`);

describe('a row', () => {
  it('keeps the id it came with', () => {
    expect(
      idsOf([
        { _id: 'k3Yx-9_a', name: '甲' },
        { _id: 'Zz', name: '乙' },
      ]),
    ).toEqual(['k3Yx-9_a', 'Zz']);
    expect(said({ _id: 'k3Yx', name: '甲' })).toEqual([]);
  });

  it('without an id gets the next free number, the same every time', () => {
    const rows = [{ name: '甲' }, { _id: 'r1', name: '乙' }, { name: '丙' }];
    expect(idsOf(rows)).toEqual(['r2', 'r1', 'r3']);
    expect(idsOf(rows)).toEqual(idsOf(rows));
    const first = shops(...rows).answers;
    expect(evaluate(form, first).answers).toEqual(first);
  });

  it('with the id of another is told so, and does not stay under it', () => {
    const rows = [
      { _id: 'same', name: '甲' },
      { _id: 'same', name: '乙' },
    ];
    expect(said(...rows)).toEqual(['/p/shops/1 duplicate-row-id']);
    expect(idsOf(rows)).toEqual(['same', 'r1']);
  });

  it.each([['a'], ['あい'], ['x/y'], [' a'], ['a'.repeat(37)], [12], [null], [{}]])(
    'cannot be called %j',
    (id) => {
      expect(said({ _id: id, name: '甲' })).toEqual(['/p/shops/0 wrong-row-id']);
    },
  );

  it('shows its id to no expression', () => {
    const { answers } = shops({ _id: 'aa', name: '甲', sales: 1 }, { _id: 'bb', name: '甲', sales: 1 });
    expect(answers['p']).toMatchObject({ same: true, members: 3 });
  });

  it('shows its id on no screen', () => {
    const [first] = form.pages;
    const schema = first && JSON.stringify(renderSchema(first, shops({ _id: 'aa', name: '甲' })));
    expect(schema).toContain('店名');
    expect(schema).not.toContain('_id');
  });

  it('is kept with its id by a draft, and sent with it', () => {
    const evaluation = shops({ _id: 'aa', name: '甲', sales: 1 });
    const kept = withoutComputed(form, evaluation.answers);
    expect(kept['p']).toEqual({ shops: [{ _id: 'aa', name: '甲', sales: 1 }], boss: {} });
    expect(findSubmittedExtras(form, kept, evaluation)).toEqual([]);
  });

  it('gets an id before anybody types in it, at every depth', () => {
    const answers = { p: { shops: [{}, { _id: 'aa' }], boss: { posts: [{ title: '代表' }] } }, x: 1 };
    expect(withRowIds(form, answers)).toEqual({
      p: {
        shops: [{ _id: 'r1' }, { _id: 'aa' }],
        boss: { posts: [{ _id: 'r1', title: '代表' }] },
      },
      x: 1,
    });
    expect(withRowIds(form, { p: { shops: 'x', boss: null } })).toEqual({ p: { shops: 'x', boss: null } });
  });

  it('of no object has no id and is a problem of its own', () => {
    expect(said('x', { name: '乙' })).toEqual(['/p/shops/0 wrong-type', '/p/shops/0/name required']);
  });
});

describe('a place in the answers', () => {
  const answers = { p: { shops: [{ _id: 'aa', name: '甲' }, { name: '乙' }], boss: { posts: [] } } };
  const found = (pointer: string) => {
    const place = resolvePointer(form, answers, pointer);
    return place && `${place.pointer} ${place.path}${place.isRow ? ' row' : ''}`;
  };

  it('is found by the number of its row or by its id', () => {
    expect(found('/p/shops/0/name')).toBe('/p/shops/0/name p.shops[].name');
    expect(found('/p/shops/@aa/name')).toBe('/p/shops/0/name p.shops[].name');
    expect(found('/p/shops/@aa')).toBe('/p/shops/0 p.shops row');
    expect(found('/p/shops')).toBe('/p/shops p.shops');
    expect(found('/p/boss/posts')).toBe('/p/boss/posts p.boss.posts');
  });

  it('is found in answers from before rows had ids', () => {
    expect(found('/p/shops/@r1/name')).toBe('/p/shops/1/name p.shops[].name');
  });

  it.each([
    '',
    '/p',
    'p',
    '/p/shops/2/name',
    '/p/shops/@zz/name',
    '/p/shops/0/_id',
    '/p/none',
    '/p/boss/0',
    '/p//x',
  ])('is not %j', (pointer) => {
    expect(found(pointer)).toBeNull();
  });

  it('is written so that it lasts', () => {
    expect(stablePointer(answers, '/p/shops/0/name')).toBe('/p/shops/@aa/name');
    expect(stablePointer(answers, '/p/shops/1/name')).toBe('/p/shops/1/name');
    expect(stablePointer(answers, '/p/shops/@aa')).toBe('/p/shops/@aa');
    expect(stablePointer(answers, '/p/boss')).toBe('/p/boss');
  });
});
