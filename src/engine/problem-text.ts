import { numberInWords } from './answers/value-in-words.js';
import type { Problem } from './problem.js';
import { ANSWER_SENTENCES, FORMAT_SENTENCES } from './problem-text/answer-sentences.js';
import { DEFINITION_CURES } from './problem-text/cures/definition-cures.js';
import { EXPRESSION_CURES } from './problem-text/cures/expression-cures.js';
import { REVIEW_CURES } from './problem-text/cures/review-cures.js';
import { RULE_CURES } from './problem-text/cures/rule-cures.js';
import { DEFINITION_SENTENCES } from './problem-text/definition-sentences.js';
import { EDIT_SENTENCES } from './problem-text/edit-sentences.js';
import { EXPRESSION_SENTENCES } from './problem-text/expression-sentences.js';
import { FOLDER_SENTENCES } from './problem-text/folder-sentences.js';
import { PLAN_SENTENCES } from './problem-text/plan-sentences.js';
import { REVIEW_SENTENCES } from './problem-text/review-sentences.js';
import { RULE_SENTENCES } from './problem-text/rule-sentences.js';
import type { Sentences } from './problem-text/sentences.js';
import { kindInWords, type Language } from './problem-text/words.js';
import type { Field, Form } from './procedure/procedure.js';

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

/**
 * One sentence that says what is wrong and what to do. For answers it names the question and speaks to the
 * applicant; for the files of a procedure it speaks to the official who writes them.
 *
 * @param form whose questions the problem is about; null for a problem of a file, or when there is none at hand
 */
export function describeProblem(found: Problem, form: Form | null, language: Language): string {
  if (found.message !== undefined) return found.message;
  const isAnswer = found.path === '' || found.path.startsWith('/');
  return isAnswer ? describeAnswer(found, form, language) : describeDefinition(found, language);
}

/** What nobody typed cannot be typed otherwise. */
const OF_INPUT = /^(?:wrong|too|not-above|not-below|duplicate|unknown-choice)/;

function describeAnswer(found: Problem, form: Form | null, language: Language): string {
  const field = form ? fieldAt(form, found.path) : null;
  const isComputed = field !== null && field.compute !== null && OF_INPUT.test(found.code);
  const sentence =
    (isComputed ? ANSWER_SENTENCES['not-valid:computed'] : undefined) ??
    (found.code === 'wrong-format' ? FORMAT_SENTENCES[String(found.params?.['format'])] : undefined) ??
    ANSWER_SENTENCES[`${found.code}:${String(found.params?.['kind'] ?? field?.kind ?? '')}`] ??
    ANSWER_SENTENCES[found.code] ??
    ANSWER_SENTENCES['not-valid'];
  const title = titleAt(form, found.path, language);
  return fill(sentence?.[language === 'ja' ? 0 : 1] ?? '', {
    ...numbersInWords(found, field?.unit ?? null, language),
    title,
    path: found.path,
  });
}

function describeDefinition(found: Problem, language: Language): string {
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
  const isAnswer = found.path === '' || found.path.startsWith('/');
  return cure && !isAnswer && found.message === undefined ? inWords(cure, found, language) : null;
}

function inWords(sentence: Sentences[string] | undefined, found: Problem, language: Language): string {
  const { expected, actual, left, right, ...rest } = found.params ?? {};
  const plain = found.code.startsWith('table-') || found.code === 'example-differs';
  const words = (value: string | number | undefined) =>
    value === undefined ? '' : plain ? String(value) : kindInWords(String(value), language);
  return fill(sentence?.[language === 'ja' ? 0 : 1] ?? '', {
    ...rest,
    expected: words(expected),
    actual: words(actual),
    left: words(left),
    right: words(right),
  });
}

function fill(sentence: string, params: Readonly<Record<string, string | number | undefined>>): string {
  // `{{ }}` is the placeholder of templates, which some sentences speak about.
  return sentence.replace(/\{\{[^}]*\}\}|\{(\w+)\}/g, (whole, name?: string) =>
    String((name === undefined ? undefined : params[name]) ?? whole),
  );
}

/** Limits with the unit of the question: 1,000円, 1,000 yen. */
function numbersInWords(
  { params = {} }: Problem,
  unit: string | null,
  language: Language,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'number' ? numberInWords(value, unit, language) : value,
    ]),
  );
}

function fieldAt(form: Form, pointer: string): Field | null {
  return form.fields.get(pathOf(pointer)) ?? null;
}

function pathOf(pointer: string): string {
  return pointer
    .slice(1)
    .replace(/\/\d+(?=\/|$)/g, '[]')
    .replaceAll('/', '.')
    .replace(/\[\]$/, '');
}

/** The question's title; in a repeat with the number of its row. */
function titleAt(form: Form | null, pointer: string, language: Language): string {
  const unnamed = language === 'ja' ? 'この項目' : 'this question';
  if (!form) return unnamed;
  const page = form.pages.find((candidate) => pointer === `/${candidate.name}`);
  const title = page?.title ?? fieldAt(form, pointer)?.title;
  const [, list, row, rest] = /^(.*?)\/(\d+)(\/.*)?$/.exec(pointer) ?? [];
  if (list === undefined || row === undefined) return title === undefined ? unnamed : quoted(title, language);
  const listTitle = fieldAt(form, list)?.title ?? unnamed;
  const nth = Number(row) + 1;
  if (language === 'en')
    return rest === undefined
      ? `entry ${nth} of “${listTitle}”`
      : `“${title ?? unnamed}” (entry ${nth} of “${listTitle}”)`;
  return rest === undefined
    ? `${listTitle}の${nth}件目`
    : `${listTitle}の${nth}件目の${quoted(title ?? unnamed, language)}`;
}

/** A title that is a sentence of its own needs marks around it to stand inside another. */
function quoted(title: string, language: Language): string {
  if (language === 'en') return `“${title}”`;
  return /(?:か|す|せん|した|[。？?！!])$/u.test(title) ? `「${title}」` : title;
}
