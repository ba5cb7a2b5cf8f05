import type { Language } from '../problem-text/words.js';

/** A limit that was put on a value: no less than, no more than. */
export interface Limit {
  readonly kind: 'least' | 'most';
  readonly text: string;
}

export type Rounding = 'up' | 'down' | 'half' | 'even';

/** How one language writes a sum for people. A new language is one entry of `FORMULA_WORDS`. */
export interface FormulaWords {
  /** Signs of the expression language, with the space around them. */
  readonly signs: Readonly<Record<string, string>>;
  readonly and: string;
  readonly title: (title: string) => string;
  readonly answer: (title: string, value: string) => string;
  readonly inBrackets: (text: string) => string;
  /** @param step the size that is rounded to: `千円`, `1,000 yen`; of a fraction `0.01` */
  readonly rounded: (text: string, how: Rounding, step: string) => string;
  /** 1000 with the unit 円 → 千円. */
  readonly step: (size: number, number: string, unit: string) => string;
  readonly limited: (text: string, limits: readonly Limit[]) => string;
  readonly chosen: (texts: readonly string[], kind: Limit['kind']) => string;
  readonly total: (text: string) => string;
}

const ROUNDED_JA = { up: '切上げ', down: '切捨て', half: '四捨五入', even: '偶数丸め' };
const ROUNDED_EN = { up: 'up', down: 'down', half: 'half up', even: 'half to even' };
const TENS: Readonly<Record<number, string>> = { 10: '十', 100: '百', 1000: '千', 10_000: '万' };

const JAPANESE: FormulaWords = {
  signs: {
    '+': '＋',
    '-': '−',
    '*': '×',
    '/': '÷',
    '=': '＝',
    '!=': '≠',
    '>': '＞',
    '<': '＜',
    '>=': '≧',
    '<=': '≦',
    and: 'かつ',
    or: 'または',
  },
  and: '、',
  title: (title) => `「${title}」`,
  answer: (title, value) => `「${title}」（${value}）`,
  inBrackets: (text) => `（${text}）`,
  rounded: (text, how, step) => `${text}の${step}未満${ROUNDED_JA[how]}`,
  step: (size, number, unit) => (unit === '' ? number : `${TENS[size] ?? number}${unit}`),
  limited: (text, limits) =>
    `${text}（${limits.map(({ kind, text: limit }) => `${kind === 'least' ? '下限' : '上限'} ${limit}`).join('・')}）`,
  chosen: (texts, kind) => `${texts.join('と')}の${kind === 'most' ? '小さいほう' : '大きいほう'}`,
  total: (text) => `${text}の合計`,
};

const ENGLISH: FormulaWords = {
  signs: { '-': '−', '*': '×', '/': '÷', '!=': '≠', '>=': '≥', '<=': '≤' },
  and: ', ',
  title: (title) => `“${title}”`,
  answer: (title, value) => `“${title}” (${value})`,
  inBrackets: (text) => `(${text})`,
  rounded: (text, how, step) => `${text} rounded ${ROUNDED_EN[how]} to ${step}`,
  step: (_size, number, unit) => `${number}${unit}`,
  limited: (text, limits) =>
    `${text} (${limits.map(({ kind, text: limit }) => `at ${kind} ${limit}`).join(', ')})`,
  chosen: (texts, kind) => `the ${kind === 'most' ? 'smaller' : 'larger'} of ${texts.join(' and ')}`,
  total: (text) => `the total of ${text}`,
};

export const FORMULA_WORDS: Readonly<Record<Language, FormulaWords>> = { ja: JAPANESE, en: ENGLISH };
