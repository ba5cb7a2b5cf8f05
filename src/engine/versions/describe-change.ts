import { groupedNumber } from '../japanese/grouped-number.js';
import { CHANGE_SENTENCES } from '../problem-text/change-sentences.js';
import { KIND_WORDS, SETTING_WORDS } from '../problem-text/change-words.js';
import type { Sentences } from '../problem-text/sentences.js';
import type { Language } from '../problem-text/words.js';
import type { Change } from './change.js';

/** One sentence that says what is different now, to an official who knows the procedure by its titles. */
export function describeChange(change: Change, language: Language): string {
  const { code, params, before, after } = change;
  const at = language === 'ja' ? 0 : 1;
  const sentence =
    (isShort(before) && isShort(after) ? CHANGE_SENTENCES[`${code}:values`] : undefined) ??
    CHANGE_SENTENCES[code];
  const values: Readonly<Record<string, string>> = {
    ...Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, paramInWords(name, value, at)]),
    ),
    before: valueInWords(before, language),
    after: valueInWords(after, language),
    reading: readingInWords(params['reads'], language),
  };
  return (sentence?.[at] ?? '').replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** Values longer than this are not read in one line. */
const LONGEST = 200;

function isShort(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return false;
  return typeof value !== 'string' || value.length <= LONGEST;
}

function paramInWords(name: string, value: string | number, at: 0 | 1): string {
  if (typeof value === 'number') return groupedNumber(value);
  if (name === 'setting') return word(SETTING_WORDS, value, at);
  if (name === 'kindBefore' || name === 'kindAfter') return word(KIND_WORDS, value, at);
  return value;
}

function word(words: Sentences, name: string, at: 0 | 1): string {
  return (Object.hasOwn(words, name) ? words[name]?.[at] : undefined) ?? name;
}

function valueInWords(value: unknown, language: Language): string {
  const isJapanese = language === 'ja';
  if (value === null || value === undefined) return isJapanese ? 'なし' : 'none';
  if (typeof value === 'boolean') return isJapanese ? (value ? 'はい' : 'いいえ') : value ? 'yes' : 'no';
  if (typeof value === 'number') return groupedNumber(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const short = text.length > LONGEST ? `${[...text].slice(0, LONGEST).join('')}…` : text;
  return isJapanese ? `「${short}」` : `“${short}”`;
}

function readingInWords(reads: string | number | undefined, language: Language): string {
  if (reads === undefined || reads === '') return '';
  return language === 'ja' ? `（使う項目：${reads}）` : ` (reads ${reads})`;
}
