import { groupedNumber } from '../japanese/grouped-number.js';
import { CHANGE_SENTENCES } from '../problem-text/change-sentences.js';
import { KIND_WORDS, SETTING_WORDS, VALUE_WORDS } from '../problem-text/change-words.js';
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
    before: valueInWords(params['from'] ?? before, params['setting'], language),
    after: valueInWords(params['to'] ?? after, params['setting'], language),
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

function word(words: Sentences, name: string, at: 0 | 1, otherwise = name): string {
  return (Object.hasOwn(words, name) ? words[name]?.[at] : undefined) ?? otherwise;
}

function valueInWords(value: unknown, setting: string | number | undefined, language: Language): string {
  const isJapanese = language === 'ja';
  if (value === null || value === undefined) return isJapanese ? 'なし' : 'none';
  if (typeof value === 'boolean') return isJapanese ? (value ? 'はい' : 'いいえ') : value ? 'yes' : 'no';
  if (typeof value === 'number') return groupedNumber(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const known = word(VALUE_WORDS, `${String(setting)}:${text}`, isJapanese ? 0 : 1, text);
  const instant = INSTANT.exec(known);
  const plain = instant ? instantInWords(instant, isJapanese) : known;
  const short = plain.length > LONGEST ? `${[...plain].slice(0, LONGEST).join('')}…` : plain;
  return isJapanese ? `「${short}」` : `“${short}”`;
}

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2}:\d{2})\+09:00$/;

function instantInWords([, year, month, day, time]: RegExpExecArray, isJapanese: boolean): string {
  return isJapanese
    ? `${year}年${Number(month)}月${Number(day)}日 ${time}`
    : `${year}-${month}-${day} ${time} JST`;
}

function readingInWords(reads: string | number | undefined, language: Language): string {
  if (reads === undefined || reads === '') return '';
  return language === 'ja' ? `（使う項目：${reads}）` : ` (reads ${reads})`;
}
