import { Decimal, finite, roundToScale, type Rounding } from '../decimal.js';
import { DaysDuration, MonthsDuration } from '../temporal/values.js';
import { BOOLEAN, DAYS_DURATION, MONTHS_DURATION, NUMBER } from '../types.js';
import type { FeelValue } from '../values.js';
import {
  builtIn,
  costly,
  daysDuration,
  monthsDuration,
  nullable,
  number,
  optional,
  signature,
  sometimesNull,
  text,
  type BuiltIn,
} from './signature.js';

/** The scales of IEEE 754 decimal128. */
const MIN_SCALE = -6111;
const MAX_SCALE = 6176;

function rounding(name: string, mode: Rounding, scaleOptional = false): BuiltIn {
  const scale = scaleOptional ? optional(number('scale')) : number('scale');
  return builtIn(
    name,
    signature([number('n'), scale], NUMBER, (n, digits) => {
      const places = digits === undefined ? 0 : digits.trunc().toNumber();
      return places < MIN_SCALE || places > MAX_SCALE ? null : roundToScale(n, places, mode);
    }),
  );
}

function ofNumber(name: string, parameterName: string, compute: (n: Decimal) => FeelValue): BuiltIn {
  return builtIn(name, signature([number(parameterName)], NUMBER, compute));
}

function parity(name: string, rest: number): BuiltIn {
  return builtIn(
    name,
    signature([number('number')], BOOLEAN, (n) => (n.isInteger() ? n.mod(2).abs().eq(rest) : false)),
  );
}

const GROUPING = new Set([' ', ',', '.']);

/** "1,000,000.01" with its separators named; null when the text is no number. */
function parseNumber(from: string, grouping: string | null, decimalMark: string | null): Decimal | null {
  if (grouping !== null && !GROUPING.has(grouping)) return null;
  if (decimalMark !== null && decimalMark !== '.' && decimalMark !== ',') return null;
  if (grouping !== null && grouping === decimalMark) return null;
  const digits = grouping === null ? from : from.split(grouping).join('');
  const plain =
    decimalMark === null || decimalMark === '.' ? digits : digits.replace('.', '?').replace(decimalMark, '.');
  return /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,5})?$/.test(plain) && plain.length <= 10_000
    ? finite(new Decimal(plain).toSignificantDigits(34))
    : null;
}

export const NUMBER_FUNCTIONS: readonly BuiltIn[] = [
  rounding('decimal', Decimal.ROUND_HALF_EVEN),
  rounding('floor', Decimal.ROUND_FLOOR, true),
  rounding('ceiling', Decimal.ROUND_CEIL, true),
  rounding('round up', Decimal.ROUND_UP),
  rounding('round down', Decimal.ROUND_DOWN),
  rounding('round half up', Decimal.ROUND_HALF_UP),
  rounding('round half down', Decimal.ROUND_HALF_DOWN),
  builtIn(
    'abs',
    signature([number('n')], NUMBER, (n) => n.abs()),
    signature(
      [daysDuration('n')],
      DAYS_DURATION,
      ({ nanos }) => new DaysDuration(nanos < 0n ? -nanos : nanos),
    ),
    signature([monthsDuration('n')], MONTHS_DURATION, ({ months }) => new MonthsDuration(Math.abs(months))),
  ),
  sometimesNull(
    builtIn(
      'modulo',
      signature([number('dividend'), number('divisor')], NUMBER, (dividend, divisor) =>
        divisor.isZero() ? null : finite(dividend.minus(divisor.times(dividend.div(divisor).floor()))),
      ),
    ),
    ([, divisor]) => !(divisor instanceof Decimal) || divisor.isZero(),
  ),
  costly(
    10,
    sometimesNull(
      ofNumber('sqrt', 'number', (n) => finite(n.sqrt())),
      ([n]) => !(n instanceof Decimal) || n.isNegative(),
    ),
  ),
  costly(
    100,
    sometimesNull(
      ofNumber('log', 'number', (n) => (n.lte(0) ? null : finite(n.ln()))),
      ([n]) => !(n instanceof Decimal) || n.lte(0),
    ),
  ),
  costly(
    100,
    ofNumber('exp', 'number', (n) => (n.gt(14_200) ? null : finite(n.exp()))),
  ),
  parity('odd', 1),
  parity('even', 0),
  sometimesNull(
    builtIn(
      'number',
      signature([text('from')], NUMBER, (from) => parseNumber(from, null, '.')),
      signature(
        [text('from'), nullable(text('grouping separator')), nullable(text('decimal separator'))],
        NUMBER,
        (from, grouping, decimalMark) => parseNumber(from, grouping, decimalMark),
      ),
    ),
  ),
];
