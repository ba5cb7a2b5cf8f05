import { parts, part } from '../expression/compile/unit.js';
import type { Syntax } from '../expression/parse.js';
import { nameOf, parseSource, type Source } from '../logic/syntax.js';

/** What a fact is compared with. Dates are civil dates; numbers keep the digits they were written with. */
export type RowValue =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'yes-no'; readonly value: boolean }
  /** Another fact: `today`, `store.opened_on`. */
  | { readonly kind: 'fact'; readonly value: string };

export type RowOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** One line of the row editor: a fact, how it is compared, with what. */
export type ConditionRow =
  | {
      readonly kind: 'compare';
      readonly fact: string;
      readonly operator: RowOperator;
      readonly value: RowValue;
    }
  /** One of several texts or numbers, or none of them. */
  | {
      readonly kind: 'one-of';
      readonly fact: string;
      readonly isOne: boolean;
      readonly values: readonly RowValue[];
    }
  /** A choice of several has it among those chosen, or has not. */
  | {
      readonly kind: 'contains';
      readonly fact: string;
      readonly isThere: boolean;
      readonly value: RowValue;
    }
  /** Something, whatever it is, or nothing. */
  | { readonly kind: 'answered'; readonly fact: string; readonly isAnswered: boolean };

export interface ConditionGroup {
  /** All must hold, or any of them. */
  readonly join: 'all' | 'any';
  readonly tests: readonly (ConditionRow | ConditionSubgroup)[];
}

/** Nested once; deeper is for the FEEL editor. */
export interface ConditionSubgroup {
  readonly kind: 'group';
  readonly join: 'all' | 'any';
  readonly tests: readonly ConditionRow[];
}

/** @returns null for what rows cannot show: formulas, functions, deeper nesting, what does not parse */
export function readConditionRows(source: string): ConditionGroup | null {
  const parsed = parseSource(source);
  if (!parsed) return null;
  const reader = new RowReader(parsed);
  const tests = reader.tests(parsed.root, true);
  return tests && { join: reader.joinOf(parsed.root), tests };
}

/** The same condition as an expression; '' for no rows. Reading it again gives the same rows. */
export function writeConditionRows({ join, tests }: ConditionGroup): string {
  const written = tests.flatMap((test) => {
    if (test.kind !== 'group') return [writeRow(test)];
    if (test.tests.length === 0) return [];
    const inside = test.tests.map(writeRow).join(WORDS[test.join]);
    return [test.tests.length === 1 || tests.length === 1 ? inside : `(${inside})`];
  });
  return written.join(WORDS[join]);
}

const WORDS = { all: ' and ', any: ' or ' } as const;
const OPERATORS: readonly RowOperator[] = ['=', '!=', '<', '<=', '>', '>='];
const MIRRORED: Readonly<Record<RowOperator, RowOperator>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

function writeRow(row: ConditionRow): string {
  switch (row.kind) {
    case 'compare':
      return `${row.fact} ${row.operator} ${writeValue(row.value)}`;
    case 'one-of': {
      const test = `${row.fact} in (${row.values.map(writeValue).join(', ')})`;
      return row.isOne ? test : `not(${test})`;
    }
    case 'contains': {
      const test = `list contains(${row.fact}, ${writeValue(row.value)})`;
      return row.isThere ? test : `not(${test})`;
    }
    case 'answered':
      return `${row.fact} ${row.isAnswered ? '!=' : '='} null`;
  }
}

function writeValue(value: RowValue): string {
  switch (value.kind) {
    case 'text':
      return JSON.stringify(value.value);
    case 'date':
      return `date("${value.value}")`;
    case 'number':
    case 'fact':
      return value.value;
    case 'yes-no':
      return String(value.value);
  }
}

class RowReader {
  constructor(private readonly source: Source) {}

  joinOf(node: Syntax): 'all' | 'any' {
    return inner(node).name === 'Disjunction' ? 'any' : 'all';
  }

  tests(node: Syntax, mayNest: true): ConditionGroup['tests'] | null;
  tests(node: Syntax, mayNest: false): ConditionSubgroup['tests'] | null;
  tests(wrapped: Syntax, mayNest: boolean): ConditionGroup['tests'] | null {
    const node = inner(wrapped);
    const isList = node.name === 'Conjunction' || node.name === 'Disjunction';
    const operands = isList ? this.operandsOf(node, node.name) : [node];
    const tests = operands.map((operand): ConditionRow | ConditionSubgroup | null => {
      const one = inner(operand);
      if (one.name !== 'Conjunction' && one.name !== 'Disjunction') return this.row(one);
      const nested = mayNest ? this.tests(one, false) : null;
      return nested && { kind: 'group', join: this.joinOf(one), tests: nested };
    });
    return tests.includes(null) ? null : tests.filter((test) => test !== null);
  }

  /** `a and b and c` is one list, however the tree groups it. */
  private operandsOf(node: Syntax, name: string): readonly Syntax[] {
    return parts(node).flatMap((operand) =>
      operand.name === name ? this.operandsOf(operand, name) : [operand],
    );
  }

  private row(node: Syntax): ConditionRow | null {
    if (node.name === 'Comparison') return this.comparison(node);
    if (node.name !== 'FunctionInvocation') return this.yes(node);
    const called = this.call(node);
    if (called?.name === 'not' && called.args.length === 1 && called.args[0])
      return this.denied(called.args[0]);
    if (called?.name === 'list contains') return this.containing(called.args);
    return null;
  }

  /** A fact by itself is a yes. */
  private yes(node: Syntax): ConditionRow | null {
    const fact = this.factAt(node);
    return fact === null || fact === 'null'
      ? null
      : { kind: 'compare', fact, operator: '=', value: { kind: 'yes-no', value: true } };
  }

  private denied(argument: Syntax): ConditionRow | null {
    const row = this.row(inner(argument));
    if (row?.kind === 'one-of') return { ...row, isOne: !row.isOne };
    if (row?.kind === 'contains') return { ...row, isThere: !row.isThere };
    return null;
  }

  private containing([list, value]: readonly Syntax[]): ConditionRow | null {
    const fact = list ? this.factAt(inner(list)) : null;
    const wanted = value ? this.valueAt(inner(value)) : null;
    return fact === null || !wanted ? null : { kind: 'contains', fact, isThere: true, value: wanted };
  }

  private comparison(node: Syntax): ConditionRow | null {
    if (part(node, 'between')) return null;
    const [first, second, third] = parts(node);
    if (!first || !second) return null;
    if (part(node, 'in')) return this.membership(first, second);
    const operator = OPERATORS.find((one) => one === this.textOf(second));
    if (!third || !operator) return null;
    const [left, right] = [inner(first), inner(third)];
    const fact = this.factAt(left);
    if (fact === null) {
      const mirrored = this.factAt(right);
      const value = this.valueAt(left);
      return mirrored === null || !value
        ? null
        : { kind: 'compare', fact: mirrored, operator: MIRRORED[operator], value };
    }
    if (this.textOf(right) === 'null') {
      if (operator !== '=' && operator !== '!=') return null;
      return { kind: 'answered', fact, isAnswered: operator === '!=' };
    }
    const value = this.valueAt(right);
    return value && { kind: 'compare', fact, operator, value };
  }

  private membership(of: Syntax, tests: Syntax): ConditionRow | null {
    const fact = this.factAt(inner(of));
    // One test alone stands without the list around it.
    const several = tests.name === 'PositiveUnaryTests' ? parts(tests) : [tests];
    if (fact === null) return null;
    const values = several.map((test) => this.valueAt(inner(test)));
    if (values.includes(null)) return null;
    return { kind: 'one-of', fact, isOne: true, values: values.filter((value) => value !== null) };
  }

  private call(node: Syntax): { readonly name: string; readonly args: readonly Syntax[] } | null {
    const [callee] = parts(node);
    const given = part(node, 'PositionalParameters');
    return callee && given ? { name: nameOf(callee, this.source.text), args: parts(given) } : null;
  }

  /** A dotted name: `store.city`, `row.amount`, `today`. */
  private factAt(node: Syntax): string | null {
    if (node.name !== 'VariableName' && node.name !== 'PathExpression') return null;
    const text = this.textOf(node);
    return FACT.test(text) ? text : null;
  }

  private valueAt(node: Syntax): RowValue | null {
    const text = this.textOf(node);
    if (node.name === 'StringLiteral') return textIn(text);
    if (node.name === 'NumericLiteral') return { kind: 'number', value: text };
    if (node.name === 'BooleanLiteral') return { kind: 'yes-no', value: text === 'true' };
    const date = /^(?:@|date\(\s*)"(\d{4}-\d{2}-\d{2})"(?:\s*\))?$/.exec(text)?.[1];
    if (date !== undefined) return { kind: 'date', value: date };
    const fact = text === 'null' ? null : this.factAt(node);
    return fact === null ? null : { kind: 'fact', value: fact };
  }

  private textOf({ from, to }: Syntax): string {
    return this.source.text.slice(from, to);
  }
}

const FACT = /^\p{L}[\p{L}\p{N}_]*(?:\.\p{L}[\p{L}\p{N}_]*)*$/u;
const WRAPPERS = new Set(['Expression', 'ParenthesizedExpression', 'PositiveUnaryTest']);

function inner(node: Syntax): Syntax {
  if (!WRAPPERS.has(node.name)) return node;
  const [only, second] = parts(node);
  return only && !second ? inner(only) : node;
}

function textIn(literal: string): RowValue | null {
  try {
    return { kind: 'text', value: String(JSON.parse(literal)) };
  } catch {
    return null;
  }
}
