import type { Language } from '../problem-text/words.js';

/** How one language states a condition that nobody has met yet. A new language is one entry of `CONDITION_WORDS`. */
export interface StatedWords {
  readonly when: (text: string) => string;
  readonly is: (title: string, values: readonly string[]) => string;
  readonly isNot: (title: string, values: readonly string[]) => string;
  readonly answered: (title: string) => string;
  readonly unanswered: (title: string) => string;
  readonly from: (value: string, included: boolean) => string;
  readonly to: (value: string, included: boolean) => string;
  readonly within: (title: string, limits: readonly string[]) => string;
  readonly same: (title: string, others: readonly string[], isSame: boolean) => string;
  readonly depends: (titles: readonly string[]) => string;
  readonly and: string;
  readonly or: string;
  readonly inBrackets: (text: string) => string;
}

const quoted = (values: readonly string[]) => values.map((value) => `「${value}」`);
const quotedEn = (values: readonly string[]) => values.map((value) => `“${value}”`);

const JAPANESE: StatedWords = {
  when: (text) => (/[たうる]$/u.test(text) ? `${text}とき` : `${text}のとき`),
  is: (title, values) => `「${title}」が${quoted(values).join('か')}`,
  isNot: (title, values) => `「${title}」が${quoted(values).join('と')}以外`,
  answered: (title) => `「${title}」に答えた`,
  unanswered: (title) => `「${title}」が空`,
  from: (value, included) => (included ? `${value}以上` : `${value}を超える`),
  to: (value, included) => (included ? `${value}以下` : `${value}未満`),
  within: (title, limits) => `「${title}」が${limits.join('、')}`,
  same: (title, others, isSame) =>
    `「${title}」と${quoted(others).join('')}が${isSame ? '同じである' : '違う'}`,
  depends: (titles) =>
    titles.length === 0
      ? 'この手続の決まりによって必要なとき'
      : `${quoted(titles).join('')}の答えによって必要なとき`,
  and: '、かつ、',
  or: '、または、',
  inBrackets: (text) => `（${text}）`,
};

const ENGLISH: StatedWords = {
  when: (text) => `when ${text}`,
  is: (title, values) => `“${title}” is ${quotedEn(values).join(' or ')}`,
  isNot: (title, values) => `“${title}” is not ${quotedEn(values).join(' or ')}`,
  answered: (title) => `“${title}” is answered`,
  unanswered: (title) => `“${title}” is not answered`,
  from: (value, included) => (included ? `at least ${value}` : `more than ${value}`),
  to: (value, included) => (included ? `at most ${value}` : `less than ${value}`),
  within: (title, limits) => `“${title}” is ${limits.join(' and ')}`,
  same: (title, others, isSame) =>
    `“${title}” ${isSame ? 'is the same as' : 'differs from'} ${quotedEn(others).join(' ')}`,
  depends: (titles) =>
    titles.length === 0
      ? 'if needed, depending on the rules of the procedure'
      : `if needed, depending on ${quotedEn(titles).join(', ')}`,
  and: ' and ',
  or: ' or ',
  inBrackets: (text) => `(${text})`,
};

export const CONDITION_WORDS: Readonly<Record<Language, StatedWords>> = { ja: JAPANESE, en: ENGLISH };
