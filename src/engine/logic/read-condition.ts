import { part, parts } from '../expression/compile/unit.js';
import type { Syntax } from '../expression/parse.js';
import type { Scope } from '../expression/types.js';
import { ORDERINGS } from '../expression/compile/comparison.js';
import { type FeelValue, kindOf, type ValueKind } from '../expression/values.js';
import type { Tables } from '../procedure/procedure.js';
import { allOf, ALWAYS, anyOf, type Formula, leaf, NEVER, opposite } from './formula.js';
import { Constants, keyOfNode, nameOf, parseSource, typeOfPath, unwrapped } from './syntax.js';
import {
  compareIn,
  equalIn,
  Opaque,
  type Order,
  Pair,
  type Region,
  Term,
  type Variable,
} from './variables.js';

/** What is known beside the conditions themselves; a `Form` will do. The more is known, the more can be proved. */
export interface LogicContext {
  readonly scope?: Scope;
  readonly tables?: Tables;
}

/** When a condition is true and when it is false; where it is neither, it is null. */
export interface Condition {
  readonly holds: Formula;
  readonly fails: Formula;
}

/** Constants that are more than one value: what stands after `in` may then mean more than equality. */
const MANIFOLD: ReadonlySet<ValueKind> = new Set<ValueKind>(['list', 'range', 'context', 'function']);
const MIRRORED: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
const SIGN: Readonly<Partial<Record<Order, number>>> = { less: -1, equal: 0, greater: 1 };

/** Reads conditions into formulas over shared variables: the same term in two conditions is the same variable. */
export class ConditionReader {
  private readonly variables = new Map<string, Variable>();
  private readonly constants: Constants;
  private text = '';

  constructor(private readonly context: LogicContext) {
    this.constants = new Constants(context.scope, context.tables);
  }

  read(text: string): Condition {
    const source = parseSource(text);
    if (!source) return this.opaque(text);
    this.text = text;
    return this.condition(source.root);
  }

  private condition(wrapped: Syntax): Condition {
    const node = unwrapped(wrapped);
    const constant = this.constants.valueOf(node, this.text);
    if (constant !== undefined) {
      return { holds: constant === true ? ALWAYS : NEVER, fails: constant === false ? ALWAYS : NEVER };
    }
    return READERS[node.name]?.(node, this) ?? this.fact(node);
  }

  conjunction(node: Syntax): Condition {
    const operands = parts(node).map((operand) => this.condition(operand));
    return {
      holds: allOf(...operands.map((operand) => operand.holds)),
      fails: anyOf(...operands.map((operand) => operand.fails)),
    };
  }

  disjunction(node: Syntax): Condition {
    const operands = parts(node).map((operand) => this.condition(operand));
    return {
      holds: anyOf(...operands.map((operand) => operand.holds)),
      fails: allOf(...operands.map((operand) => operand.fails)),
    };
  }

  /** A test that is null takes the else branch. */
  choice(node: Syntax): Condition | null {
    const [test, yes, no] = parts(node).map((child) => this.condition(child));
    if (!test || !yes || !no) return null;
    const [taken, left] = [test.holds, opposite(test.holds)];
    return {
      holds: anyOf(allOf(taken, yes.holds), allOf(left, no.holds)),
      fails: anyOf(allOf(taken, yes.fails), allOf(left, no.fails)),
    };
  }

  negation(node: Syntax): Condition | null {
    const [callee] = parts(node);
    const argument = part(node, 'PositionalParameters');
    const [only, second] = argument ? parts(argument) : [];
    if (!callee || nameOf(callee, this.text) !== 'not' || !only || second) return null;
    const { holds, fails } = this.condition(only);
    return { holds: fails, fails: holds };
  }

  comparison(node: Syntax): Condition | null {
    if (part(node, 'in')) return this.membership(node);
    const [first, second, third] = parts(node);
    if (!first || !second || !third) return null;
    if (part(node, 'between')) {
      return both(this.compared(first, '>=', second), this.compared(first, '<=', third));
    }
    return this.compared(first, this.text.slice(second.from, second.to), third);
  }

  /** True if one test holds; false if each fails. */
  private membership(node: Syntax): Condition | null {
    const [value, ...rest] = parts(node);
    if (!value) return null;
    const tests = rest.flatMap((one) => (one.name === 'PositiveUnaryTests' ? parts(one) : [one]));
    const read = tests.map((one) => this.test(value, unwrapped(one)));
    const known = read.filter((one) => one !== null);
    if (known.length < read.length) return null;
    return {
      holds: anyOf(...known.map((one) => one.holds)),
      fails: allOf(...known.map((one) => one.fails)),
    };
  }

  private test(value: Syntax, node: Syntax): Condition | null {
    const [first, second] = parts(node);
    if (node.name === 'SimplePositiveUnaryTest' && first) {
      if (first.name === 'Interval') return this.interval(value, first);
      return second ? this.compared(value, this.text.slice(first.from, first.to), second) : null;
    }
    if (node.name === 'Interval') return this.interval(value, node);
    if (node.name === 'List') return this.list(value, parts(node));
    return this.isOneValue(node) ? this.compared(value, '=', node) : null;
  }

  /** In a list that is written out: what equals none of its items is not in it. */
  private list(value: Syntax, items: readonly Syntax[]): Condition | null {
    if (!items.every((item) => this.isOneValue(item))) return null;
    const found = anyOf(...items.map((item) => this.compared(value, '=', item).holds));
    return { holds: found, fails: opposite(found) };
  }

  private isOneValue(node: Syntax): boolean {
    const constant = this.constants.valueOf(node, this.text);
    return constant !== undefined && !MANIFOLD.has(kindOf(constant));
  }

  private interval(value: Syntax, node: Syntax): Condition | null {
    const [low, high] = parts(node);
    if (!low || !high) return null;
    const marks = node.children.map((child) => this.text.slice(child.from, child.to));
    return both(
      this.compared(value, marks[0] === '[' ? '>=' : '>', low),
      this.compared(value, marks.at(-1) === ']' ? '<=' : '<', high),
    );
  }

  private compared(left: Syntax, operator: string, right: Syntax): Condition {
    const [a, b] = [this.constants.valueOf(left, this.text), this.constants.valueOf(right, this.text)];
    const whole = () => this.opaque(`${this.key(left)} ${operator} ${this.key(right)}`);
    if (a !== undefined && b !== undefined) return whole();
    if (b !== undefined) return this.withConstant(left, operator, b) ?? whole();
    if (a !== undefined) return this.withConstant(right, MIRRORED[operator] ?? operator, a) ?? whole();
    return this.pair(left, operator, right) ?? whole();
  }

  private withConstant(node: Syntax, operator: string, constant: FeelValue): Condition | null {
    if (typeof constant === 'boolean') return this.withBoolean(node, operator, constant);
    const term = this.term(node);
    if (constant !== null && !term.admit(constant)) return null;
    const ordering = ORDERINGS[operator];
    if (ordering) {
      const result = (region: Region) => {
        const order = compareIn(region, constant);
        return order === null ? null : ordering(order);
      };
      return threeValued(term, result);
    }
    const equality = threeValued(term, (region) => equalIn(region, constant));
    if (operator === '=') return equality;
    return operator === '!=' ? { holds: equality.fails, fails: equality.holds } : null;
  }

  /** `x = true` is false, not null, for an x that is null. */
  private withBoolean(node: Syntax, operator: string, constant: boolean): Condition | null {
    const { holds, fails } = this.condition(node);
    const same = constant ? holds : fails;
    if (operator === '=') return { holds: same, fails: opposite(same) };
    return operator === '!=' ? { holds: opposite(same), fails: same } : null;
  }

  private pair(leftNode: Syntax, operator: string, rightNode: Syntax): Condition | null {
    const [left, right] = [this.term(leftNode), this.term(rightNode)];
    const mirrored = left.key > right.key;
    const [low, high] = mirrored ? [right, left] : [left, right];
    const pair = this.variable(`${low.key} <> ${high.key}`, (key) => new Pair(key, low, high));
    const ordering = ORDERINGS[mirrored ? (MIRRORED[operator] ?? operator) : operator];
    const orderOf = (region: Region) => (region.kind === 'order' ? region.order : 'unlike');
    if (ordering) {
      return threeValued(pair, (region) => {
        const sign = SIGN[orderOf(region)];
        return sign === undefined ? null : ordering(sign);
      });
    }
    const equality = threeValued(pair, (region) => {
      const order = orderOf(region);
      return order === 'unlike' ? null : order === 'equal' || order === 'both-null';
    });
    if (operator === '=') return equality;
    return operator === '!=' ? { holds: equality.fails, fails: equality.holds } : null;
  }

  /** A fact of the kind boolean, or a condition whose inside says nothing to us. */
  private fact(node: Syntax): Condition {
    if (node.name === 'VariableName' || node.name === 'PathExpression') {
      const term = this.term(node);
      if (term.admit(true)) return threeValued(term, (region) => equalIn(region, true));
    }
    return this.opaque(this.key(node));
  }

  private opaque(key: string): Condition {
    const variable = this.variable(`? ${key}`, () => new Opaque(key));
    return threeValued(variable, (region) => (region.kind === 'is' ? region.value === true : null));
  }

  private term(node: Syntax): Term {
    const key = this.key(node);
    return this.variable(key, () => new Term(key, typeOfPath(key, this.context.scope)));
  }

  private key(node: Syntax): string {
    return keyOfNode(node, this.text);
  }

  private variable<T extends Variable>(key: string, make: (key: string) => T): T {
    const known = this.variables.get(key);
    // One key is only ever made into one kind of variable: the marks in it keep the kinds apart.
    if (known) return known as T;
    const made = make(key);
    this.variables.set(key, made);
    return made;
  }
}

/** The nodes whose inside is understood. */
const READERS: Readonly<Record<string, (node: Syntax, reader: ConditionReader) => Condition | null>> = {
  Conjunction: (node, reader) => reader.conjunction(node),
  Disjunction: (node, reader) => reader.disjunction(node),
  IfExpression: (node, reader) => reader.choice(node),
  FunctionInvocation: (node, reader) => reader.negation(node),
  Comparison: (node, reader) => reader.comparison(node),
};

function threeValued(variable: Variable, result: (region: Region) => boolean | null): Condition {
  return {
    holds: leaf(variable, (region) => result(region) === true),
    fails: leaf(variable, (region) => result(region) === false),
  };
}

function both(first: Condition, second: Condition): Condition {
  return { holds: allOf(first.holds, second.holds), fails: anyOf(first.fails, second.fails) };
}
