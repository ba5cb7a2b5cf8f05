import { parts, part } from '../expression/compile/unit.js';
import type { Syntax } from '../expression/parse.js';
import { nameOf, parseSource, unwrapped } from '../logic/syntax.js';

/** What is calculated with. A number keeps the digits it was written with. */
export type CalculationValue =
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'fact'; readonly fact: string }
  /** Of a column of a repeat, over all of its rows. */
  | { readonly kind: 'sum' | 'largest' | 'smallest'; readonly list: string; readonly column: string }
  /** How many rows a repeat has. */
  | { readonly kind: 'count'; readonly list: string };

export type CalculationSign = '+' | '-' | '*' | '/';

/** How far from the decimal point: 0 whole numbers, 3 thousands. */
export interface CalculationRounding {
  readonly way: 'round down' | 'round up' | 'round half up';
  readonly places: number;
}

/** A value, or several added or multiplied from left to right; then rounded; then kept within bounds. */
export interface Calculation {
  /** The sign of the first is `+` or `*`; all are + and -, or all * and /. */
  readonly terms: readonly { readonly sign: CalculationSign; readonly value: CalculationValue }[];
  readonly rounding: CalculationRounding | null;
  readonly atMost: CalculationValue | null;
  readonly atLeast: CalculationValue | null;
}

/** @returns null for what rows cannot show: conditions, tables, brackets, what does not parse */
export function readCalculation(source: string): Calculation | null {
  const parsed = parseSource(source);
  if (!parsed) return null;
  const reader = new CalculationReader(parsed.text);
  const above = reader.bounded(unwrapped(parsed.root), 'max');
  const below = reader.bounded(above.inside, 'min');
  const { inside, rounding } = reader.rounded(below.inside);
  const terms = reader.terms(inside);
  return terms && { terms, rounding, atMost: below.bound, atLeast: above.bound };
}

/** The same calculation as an expression; '' for no terms. Reading it again gives the same. */
export function writeCalculation({ terms, rounding, atMost, atLeast }: Calculation): string {
  const [first, ...rest] = terms;
  if (!first) return '';
  const plain = [writeValue(first.value), ...rest.map(({ sign, value }) => `${sign} ${writeValue(value)}`)];
  const joined = plain.join(' ');
  const rounded = rounding
    ? `${rounding.way}(${joined}, ${rounding.places === 0 ? '0' : `-${rounding.places}`})`
    : joined;
  const below = atMost ? `min(${rounded}, ${writeValue(atMost)})` : rounded;
  return atLeast ? `max(${below}, ${writeValue(atLeast)})` : below;
}

const FUNCTIONS = { sum: 'sum', largest: 'max', smallest: 'min', count: 'count' } as const;

function writeValue(value: CalculationValue): string {
  switch (value.kind) {
    case 'number':
      return value.value;
    case 'fact':
      return value.fact;
    case 'count':
      return `count(${value.list})`;
    case 'sum':
    case 'largest':
    case 'smallest':
      return `${FUNCTIONS[value.kind]}(${value.list}.${value.column})`;
  }
}

interface Call {
  readonly name: string;
  readonly args: readonly Syntax[];
}

class CalculationReader {
  constructor(private readonly text: string) {}

  /** `min(…, 500000)`: what is inside, and the bound. */
  bounded(
    node: Syntax,
    name: 'min' | 'max',
  ): { readonly inside: Syntax; readonly bound: CalculationValue | null } {
    const call = this.call(node);
    const [inside, limit, more] = call?.name === name ? call.args : [];
    const bound = limit && !more ? this.value(unwrapped(limit)) : null;
    return inside && bound ? { inside: unwrapped(inside), bound } : { inside: node, bound: null };
  }

  rounded(node: Syntax): { readonly inside: Syntax; readonly rounding: CalculationRounding | null } {
    const call = this.call(node);
    const way = WAYS.find((one) => one === call?.name);
    const [inside, digits, more] = call?.args ?? [];
    const places = digits && !more ? /^(?:0|-([1-9]))$/.exec(this.textOf(digits)) : null;
    return way && inside && places
      ? { inside: unwrapped(inside), rounding: { way, places: Number(places[1] ?? 0) } }
      : { inside: node, rounding: null };
  }

  terms(node: Syntax): Calculation['terms'] | null {
    const one = this.value(node);
    if (one) return [{ sign: '+', value: one }];
    const steps = this.steps(node);
    const [, second] = steps ?? [];
    if (!steps || !second) return null;
    const isAdded = ADDING.includes(second.sign);
    const family = isAdded ? ADDING : MULTIPLYING;
    const terms = steps.map(({ sign, operand }, index) => {
      const value = this.value(operand);
      return value && { sign: index > 0 ? sign : isAdded ? '+' : '*', value };
    });
    if (terms.some((term) => term === null || !family.includes(term.sign))) return null;
    return terms.filter((term) => term !== null);
  }

  /** `a - b + c` from left to right, each with the sign before it. Brackets are none of this. */
  private steps(
    node: Syntax,
  ): readonly { readonly sign: CalculationSign; readonly operand: Syntax }[] | null {
    if (node.name !== 'ArithmeticExpression') return [{ sign: '+', operand: node }];
    const [left, operator, right, more] = parts(node);
    if (!left || !operator || !right || more) return null;
    const sign = SIGNS.find((one) => one === this.textOf(operator));
    const before = this.steps(left);
    return sign && before ? [...before, { sign, operand: right }] : null;
  }

  private value(node: Syntax): CalculationValue | null {
    const text = this.textOf(node);
    if (node.name === 'NumericLiteral' && /^-?\d+(?:\.\d+)?$/.test(text))
      return { kind: 'number', value: text };
    const fact = this.fact(node);
    if (fact !== null) return { kind: 'fact', fact };
    const call = this.call(node);
    const [argument, more] = call?.args ?? [];
    if (!call || !argument || more) return null;
    if (call.name === 'count') {
      const list = this.fact(unwrapped(argument));
      return list === null ? null : { kind: 'count', list };
    }
    const kind = COLUMN_KINDS.find((one) => FUNCTIONS[one] === call.name);
    const named = kind && this.column(unwrapped(argument));
    return kind && named ? { kind, ...named } : null;
  }

  /** `costs.rows.amount`, or the same written out: `for r in costs.rows return r.amount`. */
  private column(node: Syntax): { readonly list: string; readonly column: string } | null {
    const path =
      this.fact(node) ??
      this.textOf(node).replace(
        /^for\s+([\p{L}_][\p{L}\p{N}_]*)\s+in\s+(\S+)\s+return\s+\1\.([\p{L}\p{N}_]+)$/u,
        (_all, _row, list: string, column: string) => `${list}.${column}`,
      );
    const end = path.lastIndexOf('.');
    return end === -1 || !FACT.test(path) ? null : { list: path.slice(0, end), column: path.slice(end + 1) };
  }

  private call(node: Syntax): Call | null {
    if (node.name !== 'FunctionInvocation') return null;
    const [callee] = parts(node);
    const given = part(node, 'PositionalParameters');
    return callee && given ? { name: nameOf(callee, this.text), args: parts(given) } : null;
  }

  private fact(node: Syntax): string | null {
    if (node.name !== 'VariableName' && node.name !== 'PathExpression') return null;
    const text = this.textOf(node);
    return FACT.test(text) && text !== 'null' ? text : null;
  }

  private textOf({ from, to }: Syntax): string {
    return this.text.slice(from, to);
  }
}

const FACT = /^\p{L}[\p{L}\p{N}_]*(?:\.\p{L}[\p{L}\p{N}_]*)*$/u;
const WAYS = ['round down', 'round up', 'round half up'] as const;
const SIGNS = ['+', '-', '*', '/'] as const;
const ADDING: readonly CalculationSign[] = ['+', '-'];
const MULTIPLYING: readonly CalculationSign[] = ['*', '/'];
const COLUMN_KINDS = ['sum', 'largest', 'smallest'] as const;
