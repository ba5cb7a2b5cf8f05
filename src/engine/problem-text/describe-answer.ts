import { numberInWords } from '../answers/value-in-words.js';
import type { Problem } from '../problem.js';
import type { Field, Form } from '../procedure/procedure.js';
import { ANSWER_SENTENCES, FORMAT_SENTENCES } from './answer-sentences.js';
import { fillSentence } from './fill-sentence.js';
import type { Language } from './words.js';

/** What nobody typed cannot be typed otherwise. */
const OF_INPUT = /^(?:wrong|too|not-above|not-below|duplicate|unknown-choice)/;

/**
 * What is wrong with an answer, for the applicant: it names the question and says what to do.
 *
 * @param form whose questions the problem is about; null when there is none at hand
 */
export function describeAnswerProblem(found: Problem, form: Form | null, language: Language): string {
  if (found.message !== undefined) return found.message;
  const field = form ? fieldAt(form, found.path) : null;
  const isComputed = field !== null && field.compute !== null && OF_INPUT.test(found.code);
  const sentence =
    (isComputed ? ANSWER_SENTENCES['not-valid:computed'] : undefined) ??
    (found.code === 'wrong-format' ? FORMAT_SENTENCES[String(found.params?.['format'])] : undefined) ??
    ANSWER_SENTENCES[`${found.code}:${String(found.params?.['kind'] ?? field?.kind ?? '')}`] ??
    ANSWER_SENTENCES[found.code] ??
    ANSWER_SENTENCES['not-valid'];
  const title = titleAt(form, found.path, language);
  return fillSentence(sentence?.[language === 'ja' ? 0 : 1] ?? '', {
    ...numbersInWords(found, field?.unit ?? null, language),
    title,
    path: found.path,
  });
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
