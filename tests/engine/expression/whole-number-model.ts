/**
 * Decimal arithmetic of 34 significant digits in nothing but whole numbers: an independent account of what the
 * expression language promises (IEEE 754 decimal128, ties to even). A value is `digits` × 10^`exponent`.
 */
export interface Exact {
  readonly digits: bigint;
  readonly exponent: number;
}

const MOST_DIGITS = 34;

/** How a tie or a remainder is settled: given the whole part, its parity, and how the rest compares with a half. */
export type Mode = 'half even' | 'half up' | 'half down' | 'up' | 'down' | 'floor' | 'ceiling';

export function add(a: Exact, b: Exact): Exact {
  const exponent = Math.min(a.exponent, b.exponent);
  return toPrecision({ digits: scaled(a, exponent) + scaled(b, exponent), exponent });
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, { ...b, digits: -b.digits });
}

export function multiply(a: Exact, b: Exact): Exact {
  return toPrecision({ digits: a.digits * b.digits, exponent: a.exponent + b.exponent });
}

/** @returns null for a division by nothing */
export function divide(a: Exact, b: Exact): Exact | null {
  if (b.digits === 0n) return null;
  // Enough digits that what is left over can only break a tie, which one more digit then stands for.
  const more = 2 * MOST_DIGITS + String(b.digits).length;
  const above = a.digits * 10n ** BigInt(more);
  const quotient = above / b.digits;
  const isExact = quotient * b.digits === above;
  const sign = a.digits < 0n === b.digits < 0n ? 1n : -1n;
  const digits = isExact ? quotient * 10n : quotient * 10n + sign;
  return toPrecision({ digits, exponent: a.exponent - b.exponent - more - 1 });
}

/** Remainder with the sign of the divisor, as FEEL has it. Null for a division by nothing. */
export function modulo(a: Exact, b: Exact): Exact | null {
  if (b.digits === 0n) return null;
  const exponent = Math.min(a.exponent, b.exponent);
  const divisor = scaled(b, exponent);
  const rest = scaled(a, exponent) % divisor;
  const digits = rest !== 0n && rest < 0n !== divisor < 0n ? rest + divisor : rest;
  return toPrecision({ digits, exponent });
}

/** To so many decimal places; negative ones are tens, hundreds … */
export function round(value: Exact, places: number, mode: Mode): Exact {
  return value.exponent >= -places
    ? value
    : {
        digits: divideRounded(value.digits, 10n ** BigInt(-places - value.exponent), mode),
        exponent: -places,
      };
}

export function compare(a: Exact, b: Exact): number {
  const exponent = Math.min(a.exponent, b.exponent);
  const [left, right] = [scaled(a, exponent), scaled(b, exponent)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Plain digits, without an exponent and without zeros that say nothing. */
export function toDigits(value: Exact): string {
  if (value.digits === 0n) return '0';
  const sign = value.digits < 0n ? '-' : '';
  const all = String(value.digits < 0n ? -value.digits : value.digits);
  if (value.exponent >= 0) return `${sign}${all}${'0'.repeat(value.exponent)}`;
  const padded = all.padStart(1 - value.exponent, '0');
  const fraction = padded.slice(value.exponent).replace(/0+$/, '');
  return `${sign}${padded.slice(0, value.exponent)}${fraction === '' ? '' : `.${fraction}`}`;
}

function scaled(value: Exact, exponent: number): bigint {
  return value.digits * 10n ** BigInt(value.exponent - exponent);
}

function toPrecision(value: Exact): Exact {
  const excess = String(value.digits < 0n ? -value.digits : value.digits).length - MOST_DIGITS;
  if (excess <= 0) return value;
  const digits = divideRounded(value.digits, 10n ** BigInt(excess), 'half even');
  return { digits, exponent: value.exponent + excess };
}

function divideRounded(digits: bigint, unit: bigint, mode: Mode): bigint {
  const isNegative = digits < 0n;
  const size = isNegative ? -digits : digits;
  const [whole, rest] = [size / unit, size % unit];
  const twice = rest * 2n;
  const isUp: Readonly<Record<Mode, boolean>> = {
    'half even': twice > unit || (twice === unit && whole % 2n === 1n),
    'half up': twice >= unit,
    'half down': twice > unit,
    up: rest > 0n,
    down: false,
    floor: isNegative && rest > 0n,
    ceiling: !isNegative && rest > 0n,
  };
  const rounded = isUp[mode] ? whole + 1n : whole;
  return isNegative ? -rounded : rounded;
}
