import { Decimal as DecimalJs } from 'decimal.js';

/**
 * Our exact numbers: 34 significant digits, banker's rounding, the exponents of IEEE 754 decimal128.
 * A clone of its own, so that nobody else's settings change an amount of money.
 */
export const Decimal = DecimalJs.clone({
  precision: 34,
  rounding: DecimalJs.ROUND_HALF_EVEN,
  maxE: 6144,
  minE: -6143,
  toExpNeg: -7000,
  toExpPos: 7000,
  defaults: true,
});
export type Decimal = DecimalJs;
export type Rounding = DecimalJs.Rounding;

export const ZERO = new Decimal(0);
export const ONE = new Decimal(1);

/** @returns null when the result is not a finite number (division by zero, overflow), which is FEEL's answer. */
export function finite(value: Decimal): Decimal | null {
  return value.isFinite() ? value : null;
}

/** Exact multiple of a power of ten: `scale` 2 keeps hundredths, -3 keeps thousands. */
export function roundToScale(value: Decimal, scale: number, mode: Rounding): Decimal | null {
  if (scale >= 0) return finite(value.toDecimalPlaces(scale, mode));
  const unit = new Decimal(`1e${-scale}`);
  return finite(value.div(unit).toDecimalPlaces(0, mode).times(unit));
}

/** Plain decimal text without exponent: "0.1", "1000000". */
export function decimalText(value: Decimal): string {
  return value.isZero() ? '0' : value.toFixed();
}
