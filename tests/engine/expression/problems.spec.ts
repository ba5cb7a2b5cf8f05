import { describe, expect, it } from '@jest/globals';
import type { Scope } from '../../../src/engine/expression/index.js';
import { complaints, compiled, problemsOf } from './feel.js';

const scope: Scope = {
  store: {
    kind: 'context',
    fields: {
      name: { kind: 'string' },
      kind: { kind: 'string', options: ['restaurant', 'bar', 'karaoke'] },
      opened: { kind: 'date' },
      area: { kind: 'number' },
      open: { kind: 'boolean' },
    },
  },
  rows: {
    kind: 'list',
    of: { kind: 'context', fields: { amount: { kind: 'number' }, day: { kind: 'date' } } },
  },
  売上_額: { kind: 'number' },
  today: { kind: 'date' },
};

describe('a mistake in an expression is told before it is published', () => {
  it('a name nobody gave, with the nearest one', () => {
    expect(complaints('stor.area + 1', scope)).toEqual([
      ['unknown-name', 'stor', { name: 'stor', suggestion: 'store' }],
    ]);
    expect(complaints('売上額 * 2', scope)).toEqual([
      ['unknown-name', '売上額', { name: '売上額', suggestion: '売上_額' }],
    ]);
  });

  it('a field the form does not have', () => {
    expect(complaints('store.aera > 1', scope)).toEqual([
      ['unknown-field', 'aera', { name: 'aera', of: 'context', suggestion: 'area' }],
    ]);
    expect(complaints('sum(rows.amont)', scope)).toEqual([
      ['unknown-field', 'amont', { name: 'amont', of: 'context', suggestion: 'amount' }],
    ]);
    expect(complaints('rows[amuont > 1]', scope)).toEqual([
      ['unknown-name', 'amuont', { name: 'amuont', suggestion: 'amount' }],
    ]);
  });

  it('a function FEEL does not have, or that we leave out', () => {
    expect(complaints('roundup(1)', scope)).toEqual([
      ['unknown-function', 'roundup', { name: 'roundup', suggestion: 'round up' }],
    ]);
    expect(complaints('today()', scope)).toEqual([
      ['refused-function', 'today', { name: 'today', suggestion: 'today' }],
    ]);
  });

  it('an option that is none', () => {
    expect(complaints('store.kind = "barr"', scope)).toEqual([
      ['unknown-option', '"barr"', { value: 'barr', options: 'restaurant, bar, karaoke', suggestion: 'bar' }],
    ]);
    expect(complaints('store.kind in ("bar", "pub")', scope)).toMatchObject([
      ['unknown-option', '"pub"', { value: 'pub' }],
    ]);
    expect(problemsOf('store.kind in ("bar", "karaoke")', scope)).toEqual([]);
    const ways: Scope = { ways: { kind: 'list', of: { kind: 'string', options: ['counter', 'delivery'] } } };
    expect(complaints('list contains(ways, "deliver")', ways)).toMatchObject([
      ['unknown-option', '"deliver"', {}],
    ]);
    expect(complaints('"deliver" in ways', ways)).toMatchObject([['unknown-option', '"deliver"', {}]]);
    expect(complaints('some w in ways satisfies w = "x"', ways)).toMatchObject([
      ['unknown-option', '"x"', {}],
    ]);
    expect(problemsOf('list contains(ways, "delivery")', ways)).toEqual([]);
  });

  it('comparing and computing with unlike things', () => {
    expect(complaints('store.opened > "2021-10-01"', scope)).toEqual([
      ['unlike-types', 'store.opened > "2021-10-01"', { operator: '>', left: 'date', right: 'string' }],
    ]);
    expect(complaints('store.name * 2', scope)).toEqual([
      ['unlike-types', 'store.name * 2', { operator: '*', left: 'string', right: 'number' }],
    ]);
    expect(complaints('store.open > true', scope)).toMatchObject([['unlike-types', 'store.open > true', {}]]);
    expect(complaints('store.area in ["a".."b"]', scope)).toMatchObject([['unlike-types', '["a".."b"]', {}]]);
  });

  it('a condition that is neither true nor false', () => {
    expect(complaints('if store.area then 1 else 2', scope)).toEqual([
      ['condition-not-boolean', 'store.area', { actual: 'number' }],
    ]);
    expect(complaints('store.open and store.area', scope)).toEqual([
      ['wrong-type', 'store.area', { expected: 'boolean', actual: 'number' }],
    ]);
    expect(complaints('some r in rows satisfies r.amount', scope)).toMatchObject([
      ['condition-not-boolean', 'r.amount', {}],
    ]);
  });

  it('wrong arguments', () => {
    expect(complaints('floor("a")', scope)).toEqual([
      ['wrong-type', '"a"', { expected: 'number', actual: 'string' }],
    ]);
    expect(complaints('floor(1, 2, 3)', scope)).toEqual([
      ['wrong-argument-count', 'floor(1, 2, 3)', { function: 'floor', expected: '1–2', actual: 3 }],
    ]);
    expect(complaints('round up(n: 1, scal: 2)', scope)).toEqual([
      ['unknown-parameter', 'scal', { name: 'scal', function: 'round up', suggestion: 'scale' }],
    ]);
    expect(complaints('sum(rows.day)', scope)).toMatchObject([
      ['wrong-type', 'rows.day', { actual: 'list of date' }],
    ]);
  });

  it('what cannot be read at all', () => {
    expect(complaints('1 +')).toEqual([['syntax', '', { found: '' }]]);
    expect(complaints('if 1 = 1 then 2')).toMatchObject([['syntax', '', {}]]);
    expect(complaints('')).toMatchObject([['syntax', '', {}]]);
    expect(complaints('１００ + 1')).toEqual([
      ['unknown-name', '１００', { name: '１００', suggestion: '100' }],
    ]);
    expect(complaints('1 ＋ 1')).toMatchObject([['syntax', '＋', { found: '＋', suggestion: '+' }]]);
    expect(complaints('@"2021-02-30"')).toEqual([['bad-literal', '@"2021-02-30"', { found: '2021-02-30' }]]);
    expect(complaints('1 instance of nmber')).toEqual([['unknown-type', 'nmber', { name: 'nmber' }]]);
    expect(complaints('{a: 1, a: 2}')).toEqual([['duplicate-key', 'a', { name: 'a' }]]);
  });

  it('all mistakes at once, in the order they stand', () => {
    expect(
      complaints('stor.area + store.aera + foo(1)', scope).map(
        (complaint) => (complaint as readonly string[])[0],
      ),
    ).toEqual(['unknown-name', 'unknown-field', 'unknown-function']);
  });
});

describe('types', () => {
  it.each([
    ['store.area * 2', { kind: 'number' }],
    ['store.opened + duration("P1M")', { kind: 'date' }],
    ['today - store.opened', { kind: 'daysDuration' }],
    ['rows.amount', { kind: 'list', of: { kind: 'number' } }],
    ['rows[amount > 1][1].day', { kind: 'date' }],
    ['max(rows.amount)', { kind: 'number' }],
    ['if store.open then 1 else null', { kind: 'number' }],
    ['if store.open then 1 else "a"', { kind: 'any' }],
    ['for r in rows return r.day', { kind: 'list', of: { kind: 'date' } }],
    ['store.area > 1', { kind: 'boolean' }],
    ['{a: 1}.a', { kind: 'number' }],
  ])('%s is %p', (source, type) => {
    expect(compiled(source, scope).type).toEqual(type);
  });
});
