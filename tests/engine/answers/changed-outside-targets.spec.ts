import { describe, expect, it } from '@jest/globals';
import { changedOutsideTargets } from '#engine';
import { page, smallForm } from '../../support/small-procedure.js';

const text = { type: 'string', title: '文' };
const form = smallForm({
  pages: {
    p: page({
      kind: { type: 'string', title: '区分', enum: ['a', 'b'] },
      number: { ...text, 'x-askWhen': 'p.kind = "a"' },
      name: text,
      boss: { type: 'object', title: '代表者', properties: { name: text, title: text } },
      photos: { type: 'array', title: '写真', 'x-attachment': { accept: ['image/png'], maxCount: 3 } },
      rows: {
        type: 'array',
        title: '一覧',
        maxItems: 3,
        items: { type: 'object', properties: { n: { type: 'integer', title: '数' }, note: text } },
      },
      total: { type: 'integer', title: '計', 'x-compute': 'sum(p.rows.n)' },
      why: { ...text, 'x-askWhen': 'p.total > 10' },
    }),
    q: page({ note: text }, { 'x-askWhen': 'p.kind = "b"' }),
  },
});

const before = {
  p: {
    kind: 'a',
    number: '1',
    name: '大阪商店',
    boss: { name: '山田', title: '代表' },
    photos: ['f1'],
    rows: [{ n: 1, note: 'x' }, { n: 2 }],
    total: 3,
  },
};
const changed = (page: object, targets: string[], more: object = {}) =>
  changedOutsideTargets(form, before, { p: { ...before.p, ...page }, ...more }, targets);

describe('a correction', () => {
  it('may change what was asked for, and nothing else', () => {
    expect(changed({ name: '堺商店' }, ['/p/name'])).toEqual([]);
    expect(changed({ name: '堺商店', photos: ['f2'] }, ['/p/name'])).toEqual(['/p/photos']);
    expect(changed({}, ['/p/name'])).toEqual([]);
  });

  it('of a group covers what is in it', () => {
    expect(changed({ boss: { name: '佐藤', title: '取締役' } }, ['/p/boss'])).toEqual([]);
    expect(changed({ boss: { name: '佐藤', title: '取締役' } }, ['/p/boss/name'])).toEqual(['/p/boss/title']);
  });

  it('of one row leaves the others alone', () => {
    expect(changed({ rows: [{ n: 1, note: 'y' }, { n: 2 }] }, ['/p/rows/0'])).toEqual([]);
    expect(changed({ rows: [{ n: 1, note: 'x' }, { n: 9 }] }, ['/p/rows/0'])).toEqual(['/p/rows/1/n']);
  });

  it('may add or take away rows only where the whole list was asked for', () => {
    expect(changed({ rows: [{ n: 1, note: 'x' }] }, ['/p/rows/0'])).toEqual(['/p/rows']);
    expect(changed({ rows: [] }, ['/p/rows'])).toEqual([]);
  });

  it('of a row named by its id finds it, and moves nothing', () => {
    const [a, b] = [
      { _id: 'aa', n: 1 },
      { _id: 'bb', n: 2 },
    ];
    const was = { p: { rows: [a, b] } };
    const outside = (rows: unknown[], target: string) =>
      changedOutsideTargets(form, was, { p: { rows } }, [target]);
    expect(outside([a, { ...b, n: 3 }], '/p/rows/@bb/n')).toEqual([]);
    expect(outside([{ ...a, n: 3 }, b], '/p/rows/@bb/n')).toEqual(['/p/rows/0/n']);
    expect(outside([b, a], '/p/rows/@bb')).toEqual(['/p/rows']);
    expect(outside([a, { ...b, _id: 'cc' }], '/p/rows/@bb')).toEqual(['/p/rows']);
    expect(outside([b, a], '/p/rows')).toEqual([]);
  });

  it('may bring or drop what is asked because of it', () => {
    const { number: _number, ...withoutNumber } = before.p;
    const after = { p: { ...withoutNumber, kind: 'b' }, q: { note: 'z' } };
    expect(changedOutsideTargets(form, before, after, ['/p/kind'])).toEqual([]);
    expect(changedOutsideTargets(form, before, after, ['/p/name'])).toEqual([
      '/p/kind',
      '/p/number',
      '/q/note',
    ]);
  });

  it('may bring what is asked because of a computed value that follows', () => {
    expect(
      changed({ rows: [{ n: 99, note: 'x' }, { n: 2 }], total: 101, why: '増えたため' }, ['/p/rows/0/n']),
    ).toEqual([]);
  });

  it('may not reword what was asked before and still is', () => {
    expect(changed({ number: '2' }, ['/p/kind'])).toEqual(['/p/number']);
  });

  it('does not mind computed values: they are ours', () => {
    expect(changed({ total: 999 }, [])).toEqual([]);
  });
});
