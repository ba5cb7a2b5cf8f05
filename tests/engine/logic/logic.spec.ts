import { describe, expect, it } from '@jest/globals';
import { canAllBeTrue, implies, type Scope } from '../../../src/engine/index.js';

const conditions = (...sources: readonly string[]) => sources.map((source) => ({ source }));
const possible = (...sources: readonly string[]) => canAllBeTrue(conditions(...sources));
const follows = (given: string, then: string) => implies({ source: given }, { source: then });

const scope: Scope = {
  today: { kind: 'date' },
  shop: {
    kind: 'context',
    fields: {
      size: { kind: 'string', options: ['small', 'large'] },
      opened_on: { kind: 'date' },
      closed: { kind: 'boolean' },
    },
  },
  tables: {
    kind: 'context',
    fields: {
      round: {
        kind: 'list',
        of: { kind: 'context', fields: { starts_on: { kind: 'date' }, cap: { kind: 'number' } } },
      },
    },
  },
};
const tables = { round: [{ starts_on: '2021-10-01', cap: null }] };

describe('canAllBeTrue', () => {
  it.each([
    [['kind = "a"', 'kind = "b"']],
    [['kind in ("a", "b")', 'kind != "a" and kind != "b"']],
    [['amount < 100', 'amount > 100']],
    [['amount < 100', 'amount = 100']],
    [['amount between 1 and 5', 'amount in (6..9]']],
    [['amount in [1..5)', 'amount >= 5']],
    [['x = null', 'x > 0']],
    [['x = null and x != null']],
    [['open', 'not(open)']],
    [['open = true', 'open = false']],
    [['open = true', 'open = null']],
    [['on < date("2021-10-01")', 'on >= @"2021-10-01"']],
    [['not(a = 1 or b = 2)', 'a = 1']],
    [['(if kind = "a" then false else n > 3)', 'kind = "a"']],
    [['same name(a, b)', 'not(same name(a,b))']],
    [['a < b', 'b < a']],
    [['a < b', 'b <= c', 'c < a']],
    [['a < b', 'b < 10', 'a > 20']],
    [['a = b', 'a != b']],
    [['a > b', 'a = null']],
    [['false']],
    [['1 > 2']],
  ])('never: %j', (sources) => {
    expect(possible(...sources)).toBe(false);
  });

  it.each([
    [['kind = "a"', 'kind in ("a", "b")']],
    [['amount > 1', 'amount < 2']],
    [['amount < 100', 'price > 100']],
    [['x != 3', 'x = null']],
    [['not(open = true)', 'open = null']],
    [['a or b', 'not(a)']],
    [['a < b', 'b < c']],
    [['a <= b', 'b <= a']],
    [['a = b', 'a = null']],
    [['same name(a, b)', 'not(same name(a, c))']],
    [['some row in rows satisfies row.n > 3', 'every row in rows satisfies row.n < 2']],
    [[]],
  ])('perhaps: %j', (sources) => {
    expect(possible(...sources)).toBe(true);
  });

  it('counts null as not true', () => {
    expect(possible('not(amount > 3)', 'not(amount <= 3)', 'amount = null')).toBe(false);
    expect(possible('if amount > 3 then false else true', 'amount = null')).toBe(true);
  });

  it('knows that a choice has no other values than its options', () => {
    const sources = conditions('shop.size != "small"', 'shop.size != "large"', 'shop.size != null');
    expect(canAllBeTrue(sources)).toBe(true);
    expect(canAllBeTrue(sources, { scope })).toBe(false);
  });

  it('knows that no day lies between two days that follow each other', () => {
    const sources = conditions('shop.opened_on > date("2021-10-01")', 'shop.opened_on < date("2021-10-02")');
    expect(canAllBeTrue(sources, { scope })).toBe(false);
  });

  it('takes values of tables for what they are', () => {
    const late = conditions('shop.opened_on < tables.round[1].starts_on', 'shop.opened_on = @"2021-12-01"');
    expect(canAllBeTrue(late, { scope, tables })).toBe(false);
    expect(canAllBeTrue(conditions('tables.round[1].cap != null'), { scope, tables })).toBe(false);
    expect(canAllBeTrue(late)).toBe(true);
  });

  it('takes a fact for a fact though it bears the name of a function', () => {
    expect(possible('count.of = 1', 'count.of = 1')).toBe(true);
  });

  it('proves nothing of what is too long to try', () => {
    const many = Array.from({ length: 40 }, (_, at) => `(a${at} = 1 or b${at} = 1)`).join(' and ');
    const rivals = Array.from({ length: 40 }, (_, at) => `(a${at} = 2 or b${at} = 2)`).join(' and ');
    const last = 'sum(a) = 1 and not(sum(a) = 1 or z)';
    expect(possible(many, rivals)).toBe(true);
    expect(possible(many, rivals, last)).toBe(false);
  });
});

describe('implies', () => {
  it.each([
    ['kind = "a"', 'kind in ("a", "b")'],
    ['amount >= 100', 'amount > 99'],
    ['a and b', 'a'],
    ['a = 1', 'a = 1 or b = 2'],
    ['open = true', 'open'],
    ['open', 'open != false'],
    ['amount > 3', 'amount != null'],
    ['same name(a,  b)', 'same name( a, b )'],
    ['d > date("2021-10-01")', 'd >= date("2021-10-01")'],
  ])('%s ⇒ %s', (given, then) => {
    expect(follows(given, then)).toBe(true);
  });

  it.each([
    ['kind in ("a", "b")', 'kind = "a"'],
    ['amount > 99', 'amount >= 100'],
    ['open != false', 'open'],
    ['true', 'amount > 3 or amount <= 3'],
    ['a < b', 'a <= c'],
    // Without types a text and a number may stand there: they have no order.
    ['a != null and b != null', 'a < b or a >= b'],
  ])('%s ⇏ %s', (given, then) => {
    expect(follows(given, then)).toBe(false);
  });

  it('knows that two days are before, after or the same', () => {
    const [given, then] = [
      'shop.opened_on != null',
      'today < shop.opened_on or shop.opened_on <= today or today = null',
    ];
    expect(follows(given, then)).toBe(false);
    expect(implies({ source: given }, { source: then }, { scope })).toBe(true);
  });

  it('takes several conditions together', () => {
    expect(implies(conditions('a > 1', 'a < 3', 'b = a'), { source: 'b < 3' })).toBe(true);
  });
});
