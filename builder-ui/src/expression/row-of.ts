import type { ConditionRow, RowOperator, RowValue } from '#engine';
import type { ExpressionTexts } from '../texts/expression.js';
import type { Fact } from './facts-in-scope.js';

/** How a fact may be compared, as one choice. */
export type Comparison =
  RowOperator | 'one-of' | 'not-one-of' | 'contains' | 'not-contains' | 'answered' | 'not-answered';

const ORDERED = new Set(['number', 'date', 'time', 'dateTime', 'any']);

export function comparisonsOf(fact: Fact | undefined): readonly Comparison[] {
  const kind = fact?.type.kind ?? 'any';
  if (kind === 'list') return ['contains', 'not-contains', 'answered', 'not-answered'];
  if (kind === 'boolean') return ['=', '!=', 'answered', 'not-answered'];
  const several: readonly Comparison[] =
    kind === 'string' || kind === 'number' ? ['one-of', 'not-one-of'] : [];
  const ordered: readonly Comparison[] = ORDERED.has(kind) ? ['<', '<=', '>', '>='] : [];
  return ['=', '!=', ...ordered, ...several, 'answered', 'not-answered'];
}

export function comparisonOf(row: ConditionRow): Comparison {
  switch (row.kind) {
    case 'compare':
      return row.operator;
    case 'one-of':
      return row.isOne ? 'one-of' : 'not-one-of';
    case 'contains':
      return row.isThere ? 'contains' : 'not-contains';
    case 'answered':
      return row.isAnswered ? 'answered' : 'not-answered';
  }
}

/** Each comparison as it is called beside such a fact. */
export function namedComparisons(
  fact: Fact | undefined,
  texts: ExpressionTexts,
): Readonly<Record<Comparison, string>> {
  return {
    ...(fact?.type.kind === 'date' ? texts.dateOperators : texts.operators),
    'one-of': texts.oneOf,
    'not-one-of': texts.notOneOf,
    contains: texts.contains,
    'not-contains': texts.notContains,
    answered: texts.answered,
    'not-answered': texts.notAnswered,
  };
}

/** The same row with another comparison; the value stays where it still makes sense. */
export function compared(row: ConditionRow, comparison: Comparison, fact: Fact | undefined): ConditionRow {
  const value = valuesOf(row)[0] ?? firstValue(fact);
  if (comparison === 'one-of' || comparison === 'not-one-of')
    return {
      kind: 'one-of',
      fact: row.fact,
      isOne: comparison === 'one-of',
      values: row.kind === 'one-of' ? row.values : [value],
    };
  if (comparison === 'contains' || comparison === 'not-contains')
    return { kind: 'contains', fact: row.fact, isThere: comparison === 'contains', value };
  if (comparison === 'answered' || comparison === 'not-answered')
    return { kind: 'answered', fact: row.fact, isAnswered: comparison === 'answered' };
  return { kind: 'compare', fact: row.fact, operator: comparison, value };
}

/** A row about another fact begins with its first comparison and first value. */
export function rowAbout(fact: Fact): ConditionRow {
  const [first = '='] = comparisonsOf(fact);
  const blank: ConditionRow = { kind: 'answered', fact: fact.name, isAnswered: true };
  return compared(blank, first, fact);
}

export function valuesOf(row: ConditionRow): readonly RowValue[] {
  if (row.kind === 'answered') return [];
  return row.kind === 'one-of' ? row.values : [row.value];
}

export function firstValue(fact: Fact | undefined): RowValue {
  const kind = fact?.type.kind === 'list' ? fact.type.of.kind : fact?.type.kind;
  if (kind === 'boolean') return { kind: 'yes-no', value: true };
  if (kind === 'number') return { kind: 'number', value: fact?.options[0]?.value ?? '0' };
  if (kind === 'date') return { kind: 'fact', value: 'today' };
  return { kind: 'text', value: fact?.options[0]?.value ?? '' };
}

/** What is typed or chosen, as the fact's kind of value; null for what is none (a number that is no number). */
export function valueFrom(text: string, fact: Fact | undefined): RowValue | null {
  const kind = fact?.type.kind === 'list' ? fact.type.of.kind : fact?.type.kind;
  if (kind === 'number') {
    const plain = text.normalize('NFKC').replaceAll(',', '').trim();
    return /^-?\d+(?:\.\d+)?$/.test(plain) ? { kind: 'number', value: plain } : null;
  }
  if (kind === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(text) ? { kind: 'date', value: text } : null;
  if (kind === 'boolean') return { kind: 'yes-no', value: text === 'true' };
  return { kind: 'text', value: text };
}
