import { useCallback } from 'react';
import { type ConditionRow, readConditionRows, type RowValue } from '#engine';
import { dateText, type Language, useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { type ExpressionTexts, useExpressionTexts } from '../texts/expression.js';
import type { Fact } from './facts-in-scope.js';
import { comparisonOf, namedComparisons, valuesOf } from './row-of.js';

/** Conditions over these facts as sentences in their words; null for what rows cannot show. */
export function useConditionWords(facts: readonly Fact[]): (source: string) => string | null {
  const texts = useExpressionTexts();
  const language = useLanguage();
  return useCallback(
    (source) => conditionWords(source, { facts, texts, language }),
    [facts, texts, language],
  );
}

interface Said {
  readonly facts: readonly Fact[];
  readonly texts: ExpressionTexts;
  readonly language: Language;
}

export function conditionWords(source: string, said: Said): string | null {
  const group = readConditionRows(source);
  if (!group) return null;
  const { joined, bracket } = said.texts.sentence;
  return group.tests
    .map((test) =>
      test.kind === 'group'
        ? bracket(test.tests.map((row) => rowWords(row, said)).join(joined[test.join]))
        : rowWords(test, said),
    )
    .join(joined[group.join]);
}

function rowWords(row: ConditionRow, said: Said): string {
  const { facts, texts } = said;
  const fact = facts.find(({ name }) => name === row.fact);
  const comparison = namedComparisons(fact, texts)[comparisonOf(row)];
  const values = valuesOf(row).map((value) => valueWords(value, fact, said));
  return texts.sentence.row[row.kind](factWords(row.fact, said), comparison, values);
}

function factWords(name: string, { facts, texts }: Said): string {
  if (name === 'today') return texts.today;
  return `〔${facts.find((fact) => fact.name === name)?.title ?? texts.unknownFact(name)}〕`;
}

function valueWords(value: RowValue, fact: Fact | undefined, said: Said): string {
  const { texts, language } = said;
  if (value.kind === 'fact') return factWords(value.value, said);
  const text = String(value.value);
  const option = fact?.options.find((one) => one.value === text);
  if (option) return texts.sentence.quoted(option.title);
  if (value.kind === 'yes-no') return texts.sentence.quoted(value.value ? texts.yes : texts.no);
  if (value.kind === 'date') return dateText(text, language);
  return value.kind === 'number' ? text : texts.sentence.quoted(text);
}
