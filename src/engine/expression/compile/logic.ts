import { Decimal } from '../decimal.js';
import type { Syntax } from '../parse.js';
import { BOOLEAN, isOpen, typeName, unify } from '../types.js';
import type { FeelValue } from '../values.js';
import { weightOf } from '../weight.js';
import { checkComparison, COMPARATORS, ordering, ORDERINGS } from './comparison.js';
import { compileMembership } from './membership.js';
import { charge, part, parts, type Code, type Names, type NodeCompiler, type Unit } from './unit.js';

function requireBoolean(code: Code, unit: Unit): void {
  if (!isOpen(code.type) && code.type.kind !== 'boolean') {
    unit.reportType('wrong-type', code.syntax, { expected: 'boolean', actual: typeName(code.type) });
  }
}

/** Kleene's and: false wins over null; a value that is no boolean counts as null. */
export function and3(left: FeelValue, right: FeelValue): boolean | null {
  if (left === false || right === false) return false;
  return left === true && right === true ? true : null;
}

/** Kleene's or: true wins over null. */
function or3(left: FeelValue, right: FeelValue): boolean | null {
  if (left === true || right === true) return true;
  return left === false && right === false ? false : null;
}

/** The right side is evaluated only where the left has not settled it. */
function compileConnective(
  settles: boolean,
  combine: (left: FeelValue, right: FeelValue) => boolean | null,
): NodeCompiler {
  return (node, unit, names) => {
    const operands = parts(node).map((operand) => unit.compile(operand, names));
    for (const operand of operands) requireBoolean(operand, unit);
    const [left, right] = operands;
    if (!left || !right) return unit.nothing(node);
    const [first, second] = [left.run, right.run];
    return {
      syntax: node,
      type: BOOLEAN,
      run: (at) => {
        const known = first(at);
        return known === settles ? settles : combine(known, second(at));
      },
    };
  };
}

export const compileConjunction = compileConnective(false, and3);
export const compileDisjunction = compileConnective(true, or3);

/** A condition that is null takes the else branch. */
export function compileIf(node: Syntax, unit: Unit, names: Names): Code {
  const [condition, then, otherwise] = parts(node).map((child) => unit.compile(child, names));
  if (!condition || !then || !otherwise) return unit.nothing(node);
  if (!isOpen(condition.type) && condition.type.kind !== 'boolean') {
    unit.reportType('condition-not-boolean', condition.syntax, { actual: typeName(condition.type) });
  }
  const [test, yes, no] = [condition.run, then.run, otherwise.run];
  return {
    syntax: node,
    type: unify(then.type, otherwise.type),
    run: (at) => (test(at) === true ? yes(at) : no(at)),
  };
}

/** `a < b`, `a between b and c`, `a in …` */
export function compileComparison(node: Syntax, unit: Unit, names: Names): Code {
  if (part(node, 'in')) return compileMembership(node, unit, names);
  if (part(node, 'between')) return compileBetween(node, unit, names);
  const [leftNode, operatorNode, rightNode] = parts(node);
  if (!leftNode || !operatorNode || !rightNode) return unit.nothing(node);
  const operator = unit.text(operatorNode);
  const [left, right] = [unit.compile(leftNode, names), unit.compile(rightNode, names)];
  checkComparison(operator, left, right, node, unit);
  const comparator = COMPARATORS[operator];
  if (!comparator) {
    unit.report('syntax', operatorNode, { found: operator });
    return unit.nothing(node);
  }
  const [first, second] = [left.run, right.run];
  const ordered = ORDERINGS[operator];
  return {
    syntax: node,
    type: BOOLEAN,
    run: (at) => {
      const a = first(at);
      const b = second(at);
      if (ordered && a instanceof Decimal && b instanceof Decimal) return ordered(a.cmp(b));
      if (a !== null && typeof a === 'object') charge(at, weightOf(a), node.from);
      return comparator(a, b);
    },
  };
}

function compileBetween(node: Syntax, unit: Unit, names: Names): Code {
  const [value, low, high] = parts(node).map((child) => unit.compile(child, names));
  if (!value || !low || !high) return unit.nothing(node);
  checkComparison('>=', value, low, node, unit);
  checkComparison('<=', value, high, node, unit);
  const [subject, from, to] = [value.run, low.run, high.run];
  const notBelow = ordering((order) => order >= 0);
  const notAbove = ordering((order) => order <= 0);
  return {
    syntax: node,
    type: BOOLEAN,
    run: (at) => {
      const a = subject(at);
      return and3(notBelow(a, from(at)), notAbove(a, to(at)));
    },
  };
}
