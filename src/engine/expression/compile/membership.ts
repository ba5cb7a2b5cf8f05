import type { Syntax } from '../parse.js';
import { BOOLEAN, comparable, orderable, typeName, type FeelType } from '../types.js';
import { equal, FeelRange, isList, type FeelValue } from '../values.js';
import { weightOf } from '../weight.js';
import { checkComparison, checkOption, COMPARATORS } from './comparison.js';
import { charge, parts, type Code, type Evaluation, type Names, type Unit } from './unit.js';

type Test = (at: Evaluation, value: FeelValue) => boolean | null;

/** `value in test`, `value in (test, test …)`: true if one test holds, null if none does but one is undecided. */
export function compileMembership(node: Syntax, unit: Unit, names: Names): Code {
  const [valueNode, ...testNodes] = parts(node);
  if (!valueNode) return unit.nothing(node);
  const value = unit.compile(valueNode, names);
  const tests = testNodes
    .flatMap((test) => (test.name === 'PositiveUnaryTests' ? parts(test) : [test]))
    .map((test) => compileTest(test, value, unit, names));
  const { run } = value;
  return {
    syntax: node,
    type: BOOLEAN,
    run: (at) => {
      const subject = run(at);
      let result: boolean | null = false;
      for (const test of tests) {
        const held = test(at, subject);
        if (held === true) return true;
        if (held === null) result = null;
      }
      return result;
    },
  };
}

function compileTest(node: Syntax, value: Code, unit: Unit, names: Names): Test {
  let inner = node;
  while (inner.name === 'PositiveUnaryTest' || inner.name === 'ParenthesizedExpression') {
    const [child] = parts(inner);
    if (!child) return () => null;
    inner = child;
  }
  const [operatorNode, boundNode] = parts(inner);
  if (inner.name === 'SimplePositiveUnaryTest' && operatorNode?.name === 'CompareOp' && boundNode) {
    return compileOperatorTest(unit.text(operatorNode), boundNode, value, unit, names);
  }
  const expected = unit.compile(inner, names);
  checkTest(value, expected, inner, unit);
  const { run } = expected;
  return (at, subject) => {
    const test = run(at);
    if (test !== null && isList(test)) charge(at, weightOf(test), node.from);
    return holds(subject, test);
  };
}

function compileOperatorTest(operator: string, node: Syntax, value: Code, unit: Unit, names: Names): Test {
  const bound = unit.compile(node, names);
  const comparator = COMPARATORS[operator];
  checkComparison(operator, value, bound, node, unit);
  const { run } = bound;
  return comparator ? (at, subject) => comparator(subject, run(at)) : () => null;
}

function holds(value: FeelValue, test: FeelValue): boolean | null {
  if (test instanceof FeelRange)
    return value instanceof FeelRange ? equal(value, test) : test.contains(value);
  if (test !== null && isList(test)) {
    if (value !== null && isList(value) && equal(value, test) === true) return true;
    let undecided = false;
    for (const item of test) {
      const held = item instanceof FeelRange ? item.contains(value) : equal(value, item);
      if (held === true) return true;
      if (held === null && item instanceof FeelRange) undecided = true;
    }
    return undecided ? null : false;
  }
  return equal(value, test);
}

function checkTest(value: Code, expected: Code, node: Syntax, unit: Unit): void {
  checkOption(value.type, expected, unit);
  checkOption(expected.type, value, unit);
  const fits = (type: FeelType): boolean => {
    if (type.kind === 'range') return orderable(value.type, type.of) || comparable(value.type, type);
    if (type.kind === 'list') return fits(type.of) || comparable(value.type, type);
    return comparable(value.type, type);
  };
  if (!fits(expected.type)) {
    unit.reportType('unlike-types', node, {
      operator: 'in',
      left: typeName(value.type),
      right: typeName(expected.type),
    });
  }
}
