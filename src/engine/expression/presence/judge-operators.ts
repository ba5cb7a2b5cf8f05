import { part, parts } from '../compile/unit.js';
import { Decimal } from '../decimal.js';
import type { Syntax } from '../parse.js';
import { type Environment, unwrapped } from './environment.js';
import type { Judge } from './judge.js';
import { Either, firstGap, type Gap, Made, missing, type Presence, PRESENT } from './presence.js';

export function judgeArithmetic(node: Syntax, at: Environment, judge: Judge): Presence {
  const operands = parts(node).filter((child) => child.name !== 'ArithOp');
  const gap = firstGap(judge.lookAll(operands, at));
  if (gap) return new Made(gap);
  const operator = part(node, 'ArithOp');
  const right = operands[1];
  if (!operator || !right) return PRESENT;
  const sign = at.text(operator);
  if (sign === '/' && !isSafeDivisor(right, judge)) return missing(right, 'division');
  if (sign === '**' && !isSafeExponent(right, judge)) return missing(node, 'no-result', '**');
  return PRESENT;
}

function isSafeDivisor(node: Syntax, judge: Judge): boolean {
  const constant = judge.codes.get(unwrapped(node))?.constant;
  if (constant instanceof Decimal) return !constant.isZero();
  return constant !== undefined && constant !== null;
}

function isSafeExponent(node: Syntax, judge: Judge): boolean {
  const constant = judge.codes.get(unwrapped(node))?.constant;
  return constant instanceof Decimal && constant.isInteger() && constant.gte(0);
}

/** Equality is never null between values of one kind; an order is when a side of it is. */
export function judgeComparison(node: Syntax, at: Environment, judge: Judge): Presence {
  if (part(node, 'in')) return new Made(membershipGap(node, at, judge));
  const operator = part(node, 'CompareOp');
  if (operator && ['=', '!='].includes(at.text(operator))) return PRESENT;
  const operands = parts(node).filter((child) => child.name !== 'CompareOp');
  return new Made(firstGap(judge.lookAll(operands, at)));
}

export function testsOf(node: Syntax): readonly Syntax[] {
  const [, ...tests] = parts(node);
  return tests
    .flatMap((test) => (test.name === 'PositiveUnaryTests' ? parts(test) : [test]))
    .map(unwrapped)
    .flatMap((test) => (test.name === 'List' ? parts(test).map(unwrapped) : [test]));
}

/** The bounds of a test that asks for an order; null for one that asks whether two are the same. */
function boundsOf(test: Syntax, at: Environment): readonly Syntax[] | null {
  if (test.name === 'Interval') return parts(test);
  if (test.name !== 'SimplePositiveUnaryTest') return null;
  const [first, bound] = parts(test);
  if (first?.name === 'Interval') return parts(first);
  if (!first || !bound) return null;
  return ['=', '!='].includes(at.text(first)) ? null : [bound];
}

function membershipGap(node: Syntax, at: Environment, judge: Judge): Gap | null {
  const [value] = parts(node);
  const bounds = testsOf(node).flatMap((test) => boundsOf(test, at) ?? []);
  return value && bounds.length > 0 ? firstGap(judge.lookAll([value, ...bounds], at)) : null;
}

/**
 * Of `a and b`, b matters only where a is not false, and the other way round; in the order written first, and where
 * that leaves a gap, with what the later ones say of the earlier ones.
 */
export function judgeConnective(node: Syntax, at: Environment, judge: Judge): Presence {
  const isAnd = node.name === 'Conjunction';
  const operands = operandsOf(node, node.name);
  const gaps: (Gap | null)[] = [];
  let seen = at;
  for (const operand of operands) {
    const { gap } = judge.look(operand, seen);
    gaps.push(gap);
    seen = alongside(operand, gap, isAnd, seen, judge);
  }
  const index = gaps.findIndex((gap) => gap !== null);
  const first = operands[index];
  if (!first) return PRESENT;
  const others = operands.reduce(
    (setting, operand, place) =>
      place === index ? setting : alongside(operand, gaps[place] ?? null, isAnd, setting, judge),
    at,
  );
  const gap = judge.look(first, others).gap;
  return new Made(gap ?? gaps.slice(index + 1).find((later) => later !== null) ?? null);
}

function alongside(
  operand: Syntax,
  gap: Gap | null,
  isAnd: boolean,
  at: Environment,
  judge: Judge,
): Environment {
  if (!isAnd) return judge.assuming(operand, 'notTrue', at);
  return judge.assuming(operand, gap === null ? 'true' : 'notFalse', at);
}

/** `a and b and c` is read as one. */
function operandsOf(node: Syntax, name: string): readonly Syntax[] {
  const inner = unwrapped(node);
  return inner.name === name ? parts(inner).flatMap((operand) => operandsOf(operand, name)) : [inner];
}

export function judgeIf(node: Syntax, at: Environment, judge: Judge): Presence {
  const [condition, then, otherwise] = parts(node);
  if (!condition || !then || !otherwise) return PRESENT;
  const yes = judge.look(then, judge.assuming(condition, 'true', at));
  const no = judge.look(otherwise, judge.assuming(condition, 'notTrue', at));
  return new Either(yes, no);
}
