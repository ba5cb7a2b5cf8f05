import { describe, expect, it } from '@jest/globals';
import { Decimal, toText, type Scope } from '../../../src/engine/expression/index.js';
import { compiled, feel } from './feel.js';

const scope: Scope = {
  store: {
    kind: 'context',
    fields: {
      city: { kind: 'string' },
      opened: { kind: 'date' },
      rate: { kind: 'number' },
      closes: { kind: 'time' },
    },
  },
  sales: {
    kind: 'context',
    fields: {
      rows: {
        kind: 'list',
        of: { kind: 'context', fields: { amount: { kind: 'number' }, day: { kind: 'date' } } },
      },
    },
  },
};

describe('facts', () => {
  it('are read as their declared type says', () => {
    const facts = { store: { opened: '2021-10-01', rate: 0.1, closes: '20:30' } };
    expect(feel('store.opened.month', facts, scope)).toBe(10);
    expect(feel('store.rate * 3 = 0.3', facts, scope)).toBe(true);
    expect(feel('store.closes + duration("PT1H")', facts, scope)).toBe('21:30:00');
  });

  it('that are missing, null or of another shape are not answered', () => {
    for (const facts of [
      {},
      { store: null },
      { store: {} },
      { store: { rate: '1' } },
      { store: [] },
      { store: 'x' },
    ]) {
      expect(feel('store.rate', facts, scope)).toBeNull();
    }
    expect(feel('store.opened', { store: { opened: '2021-02-30' } }, scope)).toBeNull();
    expect(feel('sum(sales.rows.amount)', { sales: {} }, scope)).toBeNull();
    expect(feel('count(sales.rows[amount > 1])', { sales: {} }, scope)).toBe(0);
  });

  it('hold their own fields only', () => {
    const facts = { store: Object.create({ rate: 5 }) as object, x: { a: 1 } };
    expect(feel('store.rate', facts, scope)).toBeNull();
    expect(feel('x.constructor', facts)).toBeNull();
    expect(feel('x.__proto__', facts)).toBeNull();
    expect(feel('get value(x, "toString")', facts)).toBeNull();
    const harmless = JSON.stringify(feel('context put({}, "__proto__", {polluted: true})'));
    expect(harmless).toBe('{"__proto__":{"polluted":true}}');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each([
    ['store.rate * 2', ['store.rate']],
    ['store.opened.year + store.rate', ['store.opened', 'store.rate']],
    ['sum(sales.rows.amount)', ['sales.rows.amount']],
    ['for r in sales.rows return r.amount', ['sales.rows']],
    ['sales.rows[amount > store.rate]', ['sales.rows', 'store.rate']],
    ['if store.city = "a" then 1 else store.rate', ['store.city', 'store.rate']],
    ['1 + 1', []],
  ])('%s reads %p', (source, reads) => {
    expect(compiled(source, scope).reads).toEqual(reads);
  });

  it('give back plain data', () => {
    const rows = { rows: [{ amount: 1.5, day: '2021-10-01' }] };
    expect(feel('sales', { sales: rows }, scope)).toEqual(rows);
    expect(toText(compiled('store.rate', scope).evaluate({ store: { rate: 1e21 } }))).toBe(
      '1000000000000000000000',
    );
    expect(compiled('store.rate', scope).evaluate({ store: { rate: 0.1 } })).toEqual(new Decimal('0.1'));
  });
});

describe('lookup', () => {
  const tables: Scope = {
    rates: {
      kind: 'list',
      of: {
        kind: 'context',
        fields: {
          city: { kind: 'string' },
          size: { kind: 'string', options: ['S', 'L'] },
          rate: { kind: 'number' },
        },
      },
    },
    city: { kind: 'string' },
  };
  const rates = [
    { city: '大阪市', size: 'S', rate: 0.3 },
    { city: '大阪市', size: 'L', rate: 0.4 },
    { city: '堺市', size: 'S', rate: 0.5 },
  ];

  it('finds the first row that matches', () => {
    expect(feel('lookup(rates, "city", city).rate', { rates, city: '大阪市' }, tables)).toBe(0.3);
    expect(feel('lookup(rates, "city", city, "size", "L").rate', { rates, city: '大阪市' }, tables)).toBe(
      0.4,
    );
    expect(feel('lookup(rates[rate > 0.3], "city", city).rate', { rates, city: '大阪市' }, tables)).toBe(0.4);
  });

  it('is null for a value not answered, and an error where no row matches', () => {
    expect(feel('lookup(rates, "city", city).rate', { rates }, tables)).toBeNull();
    expect(() => feel('lookup(rates, "city", city).rate', { rates, city: '京都市' }, tables)).toThrow(
      'lookup-no-match',
    );
  });

  it('reads the table and the value', () => {
    expect(compiled('lookup(rates, "city", city).rate', tables).reads).toEqual(['city', 'rates']);
  });

  it('knows the columns', () => {
    expect(() => compiled('lookup(rates, "cty", city)', tables)).toThrow('unknown-field');
    expect(() => compiled('lookup(rates, "rate", city)', tables)).toThrow('unlike-types');
    expect(() => compiled('lookup(rates, "size", "M")', tables)).toThrow('unknown-option');
  });
});
