import { Decimal, finite } from '../decimal.js';
import { EvaluationError } from '../problems.js';
import { MAX_TEXT_LENGTH } from '../limits.js';
import type { Syntax } from '../parse.js';
import {
  addToDate,
  addToDateTime,
  addToTime,
  dateDifference,
  dateTimeDifference,
  negate,
  timeDifference,
  toDateTime,
} from '../temporal/arithmetic.js';
import { DaysDuration, MonthsDuration } from '../temporal/values.js';
import type { FeelDate, FeelDateTime, FeelTime } from '../temporal/values.js';
import { ANY, isOpen, NUMBER, typeName, type FeelType } from '../types.js';
import { kindOf, type FeelValue } from '../values.js';
import { charge, parts, type Code, type Names, type Run, type Unit } from './unit.js';

interface KindValues {
  number: Decimal;
  string: string;
  date: FeelDate;
  time: FeelTime;
  dateTime: FeelDateTime;
  daysDuration: DaysDuration;
  monthsDuration: MonthsDuration;
}
type Kind = keyof KindValues;
type Apply = (left: FeelValue, right: FeelValue) => FeelValue;

interface Operation {
  readonly result: Kind;
  readonly apply: Apply;
}

const OPERATIONS = new Map<string, Operation>();

function define<L extends Kind, R extends Kind>(
  operator: string,
  left: L,
  right: R,
  result: Kind,
  apply: (left: KindValues[L], right: KindValues[R]) => FeelValue,
): void {
  OPERATIONS.set(`${left} ${operator} ${right}`, { result, apply: apply as Apply });
}

/** Nanoseconds or months times an exact number, cut towards zero. */
function scaleDays(duration: DaysDuration, factor: Decimal): FeelValue {
  const nanos = finite(new Decimal(duration.nanos.toString()).times(factor).trunc());
  return nanos && new DaysDuration(BigInt(nanos.toFixed()));
}
function scaleMonths(duration: MonthsDuration, factor: Decimal): FeelValue {
  const months = factor.times(duration.months).trunc().toNumber();
  return Number.isSafeInteger(months) ? new MonthsDuration(months + 0) : null;
}
function quotient(a: bigint | number, b: bigint | number): FeelValue {
  return finite(new Decimal(a.toString()).div(b.toString()));
}

define('+', 'number', 'number', 'number', (a, b) => finite(a.plus(b)));
define('-', 'number', 'number', 'number', (a, b) => finite(a.minus(b)));
define('*', 'number', 'number', 'number', (a, b) => finite(a.times(b)));
define('/', 'number', 'number', 'number', (a, b) => finite(a.div(b)));
define('**', 'number', 'number', 'number', (a, b) => finite(a.pow(b)));
define('+', 'string', 'string', 'string', (a, b) => a + b);

for (const duration of ['daysDuration', 'monthsDuration'] as const) {
  define('+', 'date', duration, 'date', addToDate);
  define('+', duration, 'date', 'date', (a, b) => addToDate(b, a));
  define('-', 'date', duration, 'date', (a, b) => addToDate(a, negate(b)));
  define('+', 'dateTime', duration, 'dateTime', addToDateTime);
  define('+', duration, 'dateTime', 'dateTime', (a, b) => addToDateTime(b, a));
  define('-', 'dateTime', duration, 'dateTime', (a, b) => addToDateTime(a, negate(b)));
}
define('+', 'time', 'daysDuration', 'time', addToTime);
define('+', 'daysDuration', 'time', 'time', (a, b) => addToTime(b, a));
define('-', 'time', 'daysDuration', 'time', (a, b) => addToTime(a, new DaysDuration(-b.nanos)));

define('-', 'date', 'date', 'daysDuration', dateDifference);
define('-', 'dateTime', 'dateTime', 'daysDuration', dateTimeDifference);
define('-', 'date', 'dateTime', 'daysDuration', (a, b) => dateTimeDifference(toDateTime(a, b), b));
define('-', 'dateTime', 'date', 'daysDuration', (a, b) => dateTimeDifference(a, toDateTime(b, a)));
define('-', 'time', 'time', 'daysDuration', timeDifference);

define('+', 'daysDuration', 'daysDuration', 'daysDuration', (a, b) => new DaysDuration(a.nanos + b.nanos));
define('-', 'daysDuration', 'daysDuration', 'daysDuration', (a, b) => new DaysDuration(a.nanos - b.nanos));
define('*', 'daysDuration', 'number', 'daysDuration', scaleDays);
define('*', 'number', 'daysDuration', 'daysDuration', (a, b) => scaleDays(b, a));
define('/', 'daysDuration', 'number', 'daysDuration', (a, b) =>
  b.isZero() ? null : scaleDays(new DaysDuration(1n), new Decimal(a.nanos.toString()).div(b)),
);
define('/', 'daysDuration', 'daysDuration', 'number', (a, b) => quotient(a.nanos, b.nanos));

define(
  '+',
  'monthsDuration',
  'monthsDuration',
  'monthsDuration',
  (a, b) => new MonthsDuration(a.months + b.months),
);
define(
  '-',
  'monthsDuration',
  'monthsDuration',
  'monthsDuration',
  (a, b) => new MonthsDuration(a.months - b.months),
);
define('*', 'monthsDuration', 'number', 'monthsDuration', scaleMonths);
define('*', 'number', 'monthsDuration', 'monthsDuration', (a, b) => scaleMonths(b, a));
define('/', 'monthsDuration', 'number', 'monthsDuration', (a, b) =>
  b.isZero() ? null : scaleMonths(new MonthsDuration(1), new Decimal(a.months).div(b)),
);
define('/', 'monthsDuration', 'monthsDuration', 'number', (a, b) => quotient(a.months, b.months));

export function compileArithmetic(node: Syntax, unit: Unit, names: Names): Code {
  const children = parts(node);
  const operatorAt = children.findIndex((child) => child.name === 'ArithOp');
  const operatorNode = children[operatorAt];
  const rightNode = children[operatorAt + 1];
  if (!operatorNode || !rightNode) return unit.nothing(node);
  const leftNode = children[operatorAt - 1];
  if (!leftNode) return compileNegation(node, unit.compile(rightNode, names), unit);

  const operator = unit.text(operatorNode);
  const [left, right] = [unit.compile(leftNode, names), unit.compile(rightNode, names)];
  const open = isOpen(left.type) || isOpen(right.type);
  const known = OPERATIONS.get(`${left.type.kind} ${operator} ${right.type.kind}`);
  const possible = open ? possibleResults(left.type, operator, right.type) : known ? [known.result] : [];
  if (possible.length === 0) {
    unit.reportType('unlike-types', node, {
      operator,
      left: typeName(left.type),
      right: typeName(right.type),
    });
  }
  const type: FeelType = possible.length === 1 && possible[0] ? { kind: possible[0] } : ANY;
  if (type.kind === 'number' && !open)
    return { syntax: node, type, run: numberRun(operator, left.run, right.run, node.from) };
  return { syntax: node, type, run: anyRun(operator, left.run, right.run, node.from) };
}

function possibleResults(left: FeelType, operator: string, right: FeelType): Kind[] {
  const results = new Set<Kind>();
  for (const [key, { result }] of OPERATIONS) {
    const [l, o, r] = key.split(' ');
    if (o === operator && (isOpen(left) || left.kind === l) && (isOpen(right) || right.kind === r))
      results.add(result);
  }
  return [...results];
}

/** A power may take a hundred multiplications. */
const POWER_PRICE = 60;

/** Numbers are what procedures compute with: one closure per operator, nothing looked up. */
function numberRun(operator: string, left: Run, right: Run, position: number): Run {
  const run = NUMBER_RUNS[operator];
  return run ? run(left, right, position) : () => null;
}

const NUMBER_RUNS: Readonly<Record<string, (left: Run, right: Run, position: number) => Run>> = {
  '+': (left, right) => (at) => {
    const a = left(at);
    const b = right(at);
    return a instanceof Decimal && b instanceof Decimal ? finite(a.plus(b)) : dynamic('+', a, b);
  },
  '-': (left, right) => (at) => {
    const a = left(at);
    const b = right(at);
    return a instanceof Decimal && b instanceof Decimal ? finite(a.minus(b)) : dynamic('-', a, b);
  },
  '*': (left, right) => (at) => {
    const a = left(at);
    const b = right(at);
    return a instanceof Decimal && b instanceof Decimal ? finite(a.times(b)) : dynamic('*', a, b);
  },
  '/': (left, right) => (at) => {
    const a = left(at);
    const b = right(at);
    return a instanceof Decimal && b instanceof Decimal ? finite(a.div(b)) : dynamic('/', a, b);
  },
  '**': (left, right, position) => (at) => {
    charge(at, POWER_PRICE, position);
    const a = left(at);
    const b = right(at);
    return a instanceof Decimal && b instanceof Decimal ? finite(a.pow(b)) : dynamic('**', a, b);
  },
};

function dynamic(operator: string, left: FeelValue, right: FeelValue): FeelValue {
  if (left === null || right === null) return null;
  return OPERATIONS.get(`${kindOf(left)} ${operator} ${kindOf(right)}`)?.apply(left, right) ?? null;
}

function anyRun(operator: string, left: Run, right: Run, position: number): Run {
  const price = operator === '**' ? POWER_PRICE : 0;
  return (at) => {
    charge(at, price, position);
    const result = dynamic(operator, left(at), right(at));
    if (typeof result === 'string') {
      charge(at, result.length >> 8, position);
      if (result.length > MAX_TEXT_LENGTH)
        throw new EvaluationError('limit', { limit: MAX_TEXT_LENGTH }, position);
    }
    return result;
  };
}

const NEGATABLE = new Set(['number', 'daysDuration', 'monthsDuration']);

function compileNegation(syntax: Syntax, operand: Code, unit: Unit): Code {
  const { run, type } = operand;
  if (!isOpen(type) && !NEGATABLE.has(type.kind)) {
    unit.reportType('wrong-type', operand.syntax, { expected: typeName(NUMBER), actual: typeName(type) });
  }
  return {
    syntax,
    type,
    run: (at) => {
      const value = run(at);
      if (value instanceof Decimal) return value.neg();
      if (value instanceof DaysDuration || value instanceof MonthsDuration) return negate(value);
      return null;
    },
  };
}
