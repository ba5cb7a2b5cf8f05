import type { Syntax } from '../parse.js';
import { nearest } from '../problems.js';
import { comparable, orderable, typeName, type FeelType } from '../types.js';
import { compare, equal, type FeelValue } from '../values.js';
import type { Code, Unit } from './unit.js';

type Comparator = (left: FeelValue, right: FeelValue) => boolean | null;

export function ordering(holds: (order: number) => boolean): Comparator {
  return (left, right) => {
    const order = compare(left, right);
    return order === null ? null : holds(order);
  };
}

/** What each operator asks of an order. */
export const ORDERINGS: Readonly<Record<string, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

export const COMPARATORS: Readonly<Record<string, Comparator>> = {
  ...Object.fromEntries(Object.entries(ORDERINGS).map(([operator, holds]) => [operator, ordering(holds)])),
  '=': equal,
  '!=': (left, right) => {
    const same = equal(left, right);
    return same === null ? null : !same;
  },
};

/** Reports a comparison that can never say anything, and a text that is none of a field's options. */
export function checkComparison(operator: string, left: Code, right: Code, node: Syntax, unit: Unit): void {
  const sensible = operator === '=' || operator === '!=' ? comparable : orderable;
  if (!sensible(left.type, right.type)) {
    unit.reportType('unlike-types', node, {
      operator,
      left: typeName(left.type),
      right: typeName(right.type),
    });
    return;
  }
  if (operator !== '=' && operator !== '!=') return;
  checkOption(left.type, right, unit);
  checkOption(right.type, left, unit);
}

/** A text written out that is none of the options it is compared with can never be met. */
export function checkOption(type: FeelType, literal: Code, unit: Unit): void {
  for (const item of literal.items ?? []) checkOption(type, item, unit);
  const texts = type.kind === 'list' ? type.of : type;
  if (texts.kind !== 'string' || typeof literal.constant !== 'string') return;
  if (texts.names) unit.options.named?.compared(literal.syntax, texts.names, literal.constant);
  const { options } = texts;
  if (!options || options.includes(literal.constant)) return;
  const suggestion = nearest(literal.constant, options);
  unit.reportType('unknown-option', literal.syntax, {
    value: literal.constant,
    options: options.slice(0, 20).join(', '),
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}
