import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileExpression, toText } from '../../../src/engine/expression/index.js';
import {
  add,
  compare,
  divide,
  type Exact,
  modulo,
  type Mode,
  multiply,
  round,
  subtract,
  toDigits,
} from './whole-number-model.js';

/** What an expression over two numbers gives, as plain digits; null where it has no answer. */
function result(source: string): string | null {
  const compiled = compileExpression(source, {});
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const value = compiled.expression.evaluate({});
  return value === null ? null : toText(value);
}

const digitsOf = (value: Exact | null) => (value === null ? null : toDigits(value));

/** Numbers of up to 34 digits, many of them with ties, nines and zeros at the end. */
const number: fc.Arbitrary<Exact> = fc.record({
  digits: fc.oneof(
    fc.bigInt({ min: -(10n ** 34n) + 1n, max: 10n ** 34n - 1n }),
    fc.bigInt({ min: -1_000_000n, max: 1_000_000n }),
    fc.constantFrom(0n, 1n, -1n, 5n, 15n, 25n, -25n, 9_999_999_999_999_999_999_999_999_999_999_999n),
  ),
  exponent: fc.integer({ min: -30, max: 10 }),
});
const written = (value: Exact) => `(${toDigits(value)})`;

describe('numbers agree, to the last of 34 digits, with an account of them in whole numbers', () => {
  it.each<readonly [string, (a: Exact, b: Exact) => Exact | null]>([
    ['+', add],
    ['-', subtract],
    ['*', multiply],
    ['/', divide],
  ])('a %s b', (sign, model) => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(result(`${written(a)} ${sign} ${written(b)}`)).toBe(digitsOf(model(a, b)));
      }),
      { numRuns: 400 },
    );
  });

  it('modulo(a, b)', () => {
    const small = fc.record({
      digits: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
      exponent: fc.integer({ min: -6, max: 2 }),
    });
    fc.assert(
      fc.property(small, small, (a, b) => {
        expect(result(`modulo(${written(a)}, ${written(b)})`)).toBe(digitsOf(modulo(a, b)));
      }),
      { numRuns: 300 },
    );
  });

  it.each<readonly [string, Mode]>([
    ['decimal', 'half even'],
    ['round half up', 'half up'],
    ['round half down', 'half down'],
    ['round up', 'up'],
    ['round down', 'down'],
    ['floor', 'floor'],
    ['ceiling', 'ceiling'],
  ])('%s(a, places)', (name, mode) => {
    fc.assert(
      fc.property(number, fc.integer({ min: -8, max: 12 }), (a, places) => {
        const rounded = round(a, places, mode);
        // One digit more than there is room for is a matter of precision, not of rounding to places.
        fc.pre(String(rounded.digits).replace('-', '').length <= 34);
        expect(result(`${name}(${written(a)}, ${places})`)).toBe(toDigits(rounded));
      }),
      { numRuns: 300 },
    );
  });

  it('a < b, a = b, a > b', () => {
    fc.assert(
      fc.property(number, fc.oneof(number, fc.constant(null)), (a, other) => {
        const b = other ?? a;
        const order = compare(a, b);
        expect(result(`${written(a)} < ${written(b)}`)).toBe(String(order < 0));
        expect(result(`${written(a)} = ${written(b)}`)).toBe(String(order === 0));
        expect(result(`${written(a)} > ${written(b)}`)).toBe(String(order > 0));
      }),
      { numRuns: 200 },
    );
  });

  it('sums of yen to the yen, whatever their number', () => {
    const yen = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(yen, (amounts) => {
        const total = amounts.reduce((sum, amount) => sum + amount, 0n);
        expect(result(`sum([${amounts.join(', ')}])`)).toBe(String(total));
      }),
      { numRuns: 50 },
    );
  });
});
