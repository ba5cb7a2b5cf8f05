import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Calculation, type CalculationValue, readCalculation, writeCalculation } from '#engine';

const fact = (name: string): CalculationValue => ({ kind: 'fact', fact: name });
const number = (value: string): CalculationValue => ({ kind: 'number', value });
const plain = { rounding: null, atMost: null, atLeast: null };

describe('a calculation in rows', () => {
  it.each<[string, Calculation]>([
    ['store.area', { ...plain, terms: [{ sign: '+', value: fact('store.area') }] }],
    [
      'sum(costs.rows.amount)',
      { ...plain, terms: [{ sign: '+', value: { kind: 'sum', list: 'costs.rows', column: 'amount' } }] },
    ],
    [
      'sum(for r in costs.rows return r.amount) - count(costs.rows)',
      {
        ...plain,
        terms: [
          { sign: '+', value: { kind: 'sum', list: 'costs.rows', column: 'amount' } },
          { sign: '-', value: { kind: 'count', list: 'costs.rows' } },
        ],
      },
    ],
    [
      'max(min(round down(costs.total * 2 / 3, -3), 500000), 0)',
      {
        terms: [
          { sign: '*', value: fact('costs.total') },
          { sign: '*', value: number('2') },
          { sign: '/', value: number('3') },
        ],
        rounding: { way: 'round down', places: 3 },
        atMost: number('500000'),
        atLeast: number('0'),
      },
    ],
  ])('reads %s', (source, calculation) => {
    expect(readCalculation(source)).toEqual(calculation);
  });

  it.each([
    'a.b + c.d * 2',
    'a.b - (c.d - 1)',
    'if a.b then 1 else 2',
    'lookup(tables.rates, "id", a.b).rate',
    'floor(a.b)',
    'sum(a.rows[kind = "x"].amount)',
    'a.b +',
    '-a.b',
  ])('leaves %s to the box of formulas', (source) => {
    expect(readCalculation(source)).toBeNull();
  });

  it('is the same again, however it was made', () => {
    const value: fc.Arbitrary<CalculationValue> = fc.oneof(
      fc.integer({ min: 0 }).map((one) => number(String(one))),
      fc.constantFrom('a.amount', 'row.count', 'お店.広さ').map(fact),
      fc.record({
        kind: fc.constantFrom('sum' as const, 'largest' as const, 'smallest' as const),
        list: fc.constantFrom('a.rows', 'お店.一覧'),
        column: fc.constantFrom('amount', '金額'),
      }),
      fc.record({ kind: fc.constant('count' as const), list: fc.constant('a.rows') }),
    );
    const maybe = fc.option(value, { nil: null });
    const family = (first: '+' | '*', other: '-' | '/') =>
      fc
        .array(fc.record({ sign: fc.constantFrom(first, other), value }), { minLength: 2, maxLength: 4 })
        .map((terms) => terms.map((term, index) => (index === 0 ? { ...term, sign: first } : term)));
    const calculation = fc.record({
      terms: fc.oneof(
        value.map((one) => [{ sign: '+' as const, value: one }]),
        family('+', '-'),
        family('*', '/'),
      ),
      rounding: fc.option(
        fc.record({
          way: fc.constantFrom('round down' as const, 'round up' as const, 'round half up' as const),
          places: fc.integer({ min: 0, max: 4 }),
        }),
        { nil: null },
      ),
      atMost: maybe,
      atLeast: maybe,
    });
    fc.assert(
      fc.property(calculation, (made) => {
        expect(readCalculation(writeCalculation(made))).toEqual(made);
      }),
    );
  });
});
