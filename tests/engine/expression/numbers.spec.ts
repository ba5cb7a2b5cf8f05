import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { feel } from './feel.js';

describe('numbers', () => {
  it.each([
    ['floor(0.29*100)', 29],
    ['floor(1.15*100)', 115],
    ['4.35*100', 435],
    ['0.1+0.2', 0.3],
    ['0.1+0.2 = 0.3', true],
    ['1/3*3 = 1', false],
    ['10 - 2 - 3', 5],
    ['2 + 3 * 4', 14],
    ['(2 + 3) * 4', 20],
    ['2 ** 3 ** 2', 64],
    ['-2 ** 2', 4],
    ['1.5e3', 1500],
    ['.5', 0.5],
    ['-0 = 0', true],
  ])('%s is exactly %p', (source, value) => {
    expect(feel(source)).toBe(value);
  });

  it('keeps 34 digits and gives as text what a JS number cannot hold', () => {
    expect(feel('1/3')).toBe('0.3333333333333333333333333333333333');
    expect(feel('9007199254740993')).toBe('9007199254740993');
    expect(feel('0.1 + 0.20000000000000000001')).toBe('0.30000000000000000001');
    expect(feel('123456789012345678901234567890 * 1000')).toBe('123456789012345678901234567890000');
  });

  it.each([
    ['round up(100001*0.4, -3)', 41000],
    ['round down(100001*0.4, -3)', 40000],
    ['round up(-5.5, 0)', -6],
    ['round down(-5.5, 0)', -5],
    ['round half up(2.5, 0)', 3],
    ['round half down(2.5, 0)', 2],
    ['decimal(2.5, 0)', 2],
    ['decimal(3.5, 0)', 4],
    ['floor(-1.5)', -2],
    ['floor(1999, -3)', 1000],
    ['ceiling(1.21, 1)', 1.3],
    ['ceiling(1001, -3)', 2000],
  ])('%s rounds to %p', (source, value) => {
    expect(feel(source)).toBe(value);
  });

  it.each([
    ['abs(-1)', 1],
    ['modulo(-10, 4)', 2],
    ['modulo(10.1, -4.5)', -3.4],
    ['sqrt(16)', 4],
    ['exp(0)', 1],
    ['log(1)', 0],
    ['odd(3)', true],
    ['even(2.5)', false],
    ['number("1,234.5", ",", ".")', 1234.5],
    ['number("１２３")', null],
    ['number("12")', 12],
  ])('%s is %p', (source, value) => {
    expect(feel(source)).toBe(value);
  });

  it.each([
    ['min(3, 1, 2)', 1],
    ['max([3, 1, 2])', 3],
    ['max("a", "b")', 'b'],
    ['max(date("2021-10-01"), date("2021-09-30"))', '2021-10-01'],
    ['sum(0.1, 0.2)', 0.3],
    ['sum([])', null],
    ['sum([1, null])', null],
    ['mean([1, 2])', 1.5],
    ['median([6, 1, 2, 3])', 2.5],
    ['product([2, 3, 4])', 24],
    ['stddev([5])', null],
    ['mode([6, 1, 6, 1, 3])', [1, 6]],
    ['count([1, null])', 2],
  ])('%s is %p', (source, value) => {
    expect(feel(source)).toEqual(value);
  });

  it('has no answer, rather than a wrong one, for what is no number', () => {
    for (const source of ['1/0', '0/0', 'sqrt(-1)', 'log(0)', 'modulo(1, 0)', '10 ** 9999']) {
      expect([source, feel(source)]).toEqual([source, null]);
    }
  });

  it('agrees with whole-number arithmetic on every amount with two decimals', () => {
    const cents = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n });
    const text = (value: bigint) => {
      const digits = String(value < 0n ? -value : value).padStart(3, '0');
      return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
    };
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        expect(feel(`string((${text(a)} + ${text(b)}) * 100)`)).toBe(String(a + b));
        expect(feel(`string((${text(a)} - ${text(b)}) * 100)`)).toBe(String(a - b));
        expect(feel(`string(${text(a)} * ${text(b)} * 10000)`)).toBe(String(a * b));
      }),
      { numRuns: 60 },
    );
  });

  it('rounds to thousands as whole numbers are rounded', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 9 }), (amount) => {
        expect(feel(`round up(${amount}, -3)`)).toBe(Math.ceil(amount / 1000) * 1000);
        expect(feel(`round down(${amount}, -3)`)).toBe(Math.floor(amount / 1000) * 1000);
      }),
      { numRuns: 40 },
    );
  });
});
