import { isAnswerProblem, type Problem } from '../problem.js';
import { DEFINITION_CURES } from './cures/definition-cures.js';
import { EXPRESSION_CURES } from './cures/expression-cures.js';
import { REVIEW_CURES } from './cures/review-cures.js';
import { RULE_CURES } from './cures/rule-cures.js';
import { DEFINITION_SENTENCES } from './definition-sentences.js';
import { EDIT_SENTENCES } from './edit-sentences.js';
import { EXPRESSION_SENTENCES } from './expression-sentences.js';
import { fillSentence } from './fill-sentence.js';
import { FOLDER_SENTENCES } from './folder-sentences.js';
import { PLAN_SENTENCES } from './plan-sentences.js';
import { REVIEW_SENTENCES } from './review-sentences.js';
import { RULE_SENTENCES } from './rule-sentences.js';
import type { Sentences } from './sentences.js';
import { kindInWords, type Language } from './words.js';

const OF_DEFINITIONS: Sentences = {
  ...DEFINITION_SENTENCES,
  ...REVIEW_SENTENCES,
  ...RULE_SENTENCES,
  ...EXPRESSION_SENTENCES,
  ...FOLDER_SENTENCES,
  ...EDIT_SENTENCES,
  ...PLAN_SENTENCES,
};

const CURES: Sentences = { ...DEFINITION_CURES, ...REVIEW_CURES, ...RULE_CURES, ...EXPRESSION_CURES };

/** What is wrong with a file of a procedure, for the official who writes it. */
export function describeDefinitionProblem(found: Problem, language: Language): string {
  const text = inWords(OF_DEFINITIONS[found.code] ?? OF_DEFINITIONS['not-valid'], found, language);
  const suggestion = found.params?.['suggestion'];
  if (suggestion === undefined) return text;
  return language === 'ja'
    ? `${text}「${suggestion}」のことですか。`
    : `${text} Did you mean “${suggestion}”?`;
}

/**
 * What the official who writes the procedure can do about a problem of a file: one sentence. Null where the problem's
 * own sentence says it already, and for answers, whose sentences always do.
 */
export function describeCure(found: Problem, language: Language): string | null {
  const cure = Object.hasOwn(CURES, found.code) ? CURES[found.code] : undefined;
  return cure && !isAnswerProblem(found) && found.message === undefined
    ? inWords(cure, found, language)
    : null;
}

function inWords(sentence: Sentences[string] | undefined, found: Problem, language: Language): string {
  const { expected, actual, left, right, ...rest } = found.params ?? {};
  const plain = found.code.startsWith('table-') || found.code === 'example-differs';
  const words = (value: string | number | undefined) =>
    value === undefined ? '' : plain ? String(value) : kindInWords(String(value), language);
  return fillSentence(sentence?.[language === 'ja' ? 0 : 1] ?? '', {
    ...rest,
    expected: words(expected),
    actual: words(actual),
    left: words(left),
    right: words(right),
  });
}
