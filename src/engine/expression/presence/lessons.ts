import { findBuiltIn } from '../builtins/table.js';
import { part, parts } from '../compile/unit.js';
import { Decimal } from '../decimal.js';
import type { Syntax } from '../parse.js';
import { argumentsOf, type Environment, unwrapped } from './environment.js';
import { neededBy } from './judge-call.js';
import { testsOf } from './judge-operators.js';
import type { Judge } from './judge.js';
import { FILLED } from './presence.js';

/** How a condition came out; null is neither true nor false, so it is both “not true” and “not false”. */
export type Outcome = 'true' | 'false' | 'notTrue' | 'notFalse';

const OPPOSITE: Readonly<Record<Outcome, Outcome>> = {
  true: 'false',
  false: 'true',
  notTrue: 'notFalse',
  notFalse: 'notTrue',
};

/** The keys of what cannot be null, given how a condition came out. */
export function lessonsOf(node: Syntax, outcome: Outcome, at: Environment, judge: Judge): readonly string[] {
  const condition = unwrapped(node);
  const [first, second] = parts(condition);
  if ((condition.name === 'Conjunction' || condition.name === 'Disjunction') && first && second) {
    const [a, b] = [lessonsOf(first, outcome, at, judge), lessonsOf(second, outcome, at, judge)];
    // A conjunction that is true says both; one that is false does not say which.
    const saysBoth = (condition.name === 'Conjunction') === (outcome === 'true' || outcome === 'notFalse');
    return saysBoth ? [...a, ...b] : a.filter((key) => b.includes(key));
  }
  const negated = negandOf(condition, at);
  if (negated) return lessonsOf(negated, OPPOSITE[outcome], at, judge);
  if (condition.name === 'Comparison') return lessonsOfComparison(condition, outcome, at, judge);
  if (condition.name === 'InstanceOfExpression')
    return first && (outcome === 'true' || outcome === 'notFalse') ? thereIn(first, at) : [];
  return outcome === 'true' || outcome === 'false' ? thereIn(condition, at) : [];
}

function negandOf(node: Syntax, at: Environment): Syntax | null {
  const [callee] = parts(node);
  if (node.name !== 'FunctionInvocation' || !callee || at.text(callee) !== 'not') return null;
  return argumentsOf(node, at)[0]?.node ?? null;
}

function lessonsOfComparison(
  node: Syntax,
  outcome: Outcome,
  at: Environment,
  judge: Judge,
): readonly string[] {
  const isDecided = outcome === 'true' || outcome === 'false';
  const holds = outcome === 'true' || outcome === 'notFalse';
  const operands = parts(node).filter((child) => child.name !== 'CompareOp');
  if (part(node, 'in')) return lessonsOfMembership(node, outcome, at, judge);
  const [left, right] = operands;
  const operator = part(node, 'CompareOp');
  if (!operator || !left || !right)
    return isDecided ? operands.flatMap((operand) => thereIn(operand, at)) : [];
  const sign = at.text(operator);
  const counted = countLesson(left, sign, right, outcome, at, judge);
  if (sign !== '=' && sign !== '!=')
    return isDecided ? [...counted, ...thereIn(left, at), ...thereIn(right, at)] : counted;
  return [...counted, ...lessonsOfEquality(left, right, holds === (sign === '='), at, judge)];
}

function lessonsOfEquality(
  left: Syntax,
  right: Syntax,
  areEqual: boolean,
  at: Environment,
  judge: Judge,
): readonly string[] {
  const other = (side: Syntax) => unwrapped(side === left ? right : left);
  return [left, right].flatMap((side) => {
    const proves = areEqual ? judge.look(other(side), at).gap === null : other(side).name === 'null';
    return proves ? thereIn(side, at) : [];
  });
}

function lessonsOfMembership(
  node: Syntax,
  outcome: Outcome,
  at: Environment,
  judge: Judge,
): readonly string[] {
  const [value] = parts(node);
  const tests = testsOf(node);
  const proves = outcome === 'true' && tests.every((test) => judge.look(test, at).gap === null);
  return value && proves ? thereIn(value, at) : [];
}

/** `count(rows) > 0` says that there is a row. */
function countLesson(
  left: Syntax,
  sign: string,
  right: Syntax,
  outcome: Outcome,
  at: Environment,
  judge: Judge,
): readonly string[] {
  const call = unwrapped(left);
  const [callee] = parts(call);
  const number = judge.codes.get(unwrapped(right))?.constant;
  if (call.name !== 'FunctionInvocation' || !callee || at.text(callee) !== 'count') return [];
  if (!(number instanceof Decimal)) return [];
  const holds = outcome === 'true' || outcome === 'notFalse';
  // A count that is not known is not zero either, but then the list is null, and its own gap says so.
  const atLeast = (FEWEST_WHEN[`${sign} ${String(holds)}`] ?? (() => 0))(number.toNumber());
  const [list] = argumentsOf(call, at);
  const key = list ? at.key(list.node) : null;
  return atLeast >= 1 && key !== null ? [FILLED + key] : [];
}

const FEWEST_WHEN: Readonly<Record<string, (n: number) => number>> = {
  '> true': (n) => n + 1,
  '>= true': (n) => n,
  '= true': (n) => n,
  '!= true': (n) => (n === 0 ? 1 : 0),
  '< false': (n) => n,
  '<= false': (n) => n + 1,
  '= false': (n) => (n === 0 ? 1 : 0),
  '!= false': (n) => n,
};

const STRICT: ReadonlySet<string> = new Set(['ArithmeticExpression', 'PathExpression']);

/** The node has a value, so what it is made of has one. */
function thereIn(node: Syntax, at: Environment): readonly string[] {
  const inner = unwrapped(node);
  const key = at.key(inner);
  const own = key === null ? [] : [key];
  if (STRICT.has(inner.name)) {
    const [first, ...rest] = parts(inner).filter((child) => child.name !== 'ArithOp');
    const operands = inner.name === 'PathExpression' ? [first] : [first, ...rest];
    return [...own, ...operands.flatMap((operand) => (operand ? thereIn(operand, at) : []))];
  }
  const [callee] = parts(inner);
  const builtIn =
    inner.name === 'FunctionInvocation' && callee && !at.find(at.text(callee))
      ? findBuiltIn(at.text(callee))
      : undefined;
  if (!builtIn) return own;
  const args = argumentsOf(inner, at);
  const needed = neededBy(builtIn, args);
  return [...own, ...args.flatMap((argument, index) => (needed[index] ? thereIn(argument.node, at) : []))];
}
