import { findBuiltIn } from '../builtins/table.js';
import { parts } from '../compile/unit.js';
import type { Syntax } from '../parse.js';
import type { Environment } from './environment.js';
import { FactPresence } from './fact-presence.js';
import { judgeCall } from './judge-call.js';
import { judgeContext, judgeFilter, judgeFor, judgeList, judgeQuantified } from './judge-lists.js';
import { judgeArithmetic, judgeComparison, judgeConnective, judgeIf } from './judge-operators.js';
import type { Judge, Judging } from './judge.js';
import { firstGap, guarded, missing, type Presence, PRESENT } from './presence.js';

/** How each node of the grammar is judged; what is not here is never null. */
export const JUDGINGS: ReadonlyMap<string, Judging> = new Map<string, Judging>([
  ['Expression', judgeInner],
  ['ParenthesizedExpression', judgeInner],
  ['PositiveUnaryTest', judgeInner],
  ['DateTimeLiteral', judgeDateTime],
  ['null', (node) => missing(node, 'written')],
  ['List', judgeList],
  ['Context', judgeContext],
  ['Interval', judgeEnds],
  ['SimplePositiveUnaryTest', judgeEnds],
  ['ArithmeticExpression', judgeArithmetic],
  ['Comparison', judgeComparison],
  ['Conjunction', judgeConnective],
  ['Disjunction', judgeConnective],
  ['IfExpression', judgeIf],
  ['VariableName', judgeVariable],
  ['PathExpression', judgePath],
  ['FilterExpression', judgeFilter],
  ['ForExpression', judgeFor],
  ['QuantifiedExpression', judgeQuantified],
  ['FunctionInvocation', judgeCall],
]);

function judgeInner(node: Syntax, at: Environment, judge: Judge): Presence {
  const [inner] = parts(node);
  return inner ? judge.look(inner, at) : PRESENT;
}

function judgeDateTime(node: Syntax, at: Environment, judge: Judge): Presence {
  const isCall = node.children.some((child) => child.name === 'DateTimeConstructor');
  return isCall ? judgeCall(node, at, judge) : PRESENT;
}

function judgeEnds(node: Syntax, at: Environment, judge: Judge): Presence {
  const ends = parts(node).filter((child) => child.name !== 'CompareOp');
  return guarded(firstGap(judge.lookAll(ends, at)), PRESENT);
}

function judgeVariable(node: Syntax, at: Environment, judge: Judge): Presence {
  const name = at.text(node);
  const found = at.find(name);
  if (found) {
    const { local, field } = found;
    return field === null ? local.presence.seenFrom(at) : local.presence.field(field, node, at);
  }
  const type = Object.hasOwn(judge.scope, name) ? judge.scope[name] : undefined;
  if (type) return new FactPresence(judge.facts, type, name, node, [{ at, key: name, subject: null }]);
  return findBuiltIn(name) ? PRESENT : missing(node, 'no-result', name);
}

function judgePath(node: Syntax, at: Environment, judge: Judge): Presence {
  const [inner, step] = parts(node);
  if (!inner || !step) return PRESENT;
  return judge.look(inner, at).field(at.text(step), node, at);
}
