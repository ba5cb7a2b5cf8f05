import { eraDate } from '../japanese/era-date.js';
import { groupedNumber } from '../japanese/grouped-number.js';
import type { Language } from '../problem-text/words.js';
import type { Field } from '../procedure/procedure.js';

/** What of a field its values need to be put in words. */
export type ValueField = Pick<Field, 'kind' | 'options' | 'unit'>;

const PLAIN = {
  ja: { none: '未入力', yes: 'はい', no: 'いいえ', and: '、' },
  en: { none: 'not answered', yes: 'Yes', no: 'No', and: ', ' },
} as const;

/** Units of Japanese forms in English, many of a kind. A unit that is not here stays as it is. */
const ENGLISH_UNITS: Readonly<Record<string, string>> = {
  円: 'yen',
  千円: 'thousand yen',
  日: 'days',
  日間: 'days',
  週間: 'weeks',
  月: 'months',
  か月: 'months',
  年: 'years',
  歳: 'years old',
  時間: 'hours',
  分: 'minutes',
  人: 'people',
  名: 'people',
  席: 'seats',
  卓: 'tables',
  台: 'units',
  個: 'pieces',
  枚: 'sheets',
  件: 'cases',
  回: 'times',
  階: 'floors',
  店舗: 'shops',
  '％': '%',
  平方メートル: 'm²',
};

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/**
 * A value as it is printed: 1,517,000円 (1,517,000 yen), 令和3年10月1日 (1 October 2021), はい, the title of an option.
 *
 * @param field null for a value of no question
 */
export function valueInWords(field: ValueField | null, value: unknown, language: Language): string {
  const words = PLAIN[language];
  if (value === null || value === undefined) return words.none;
  if (Array.isArray(value)) return value.map((item) => valueInWords(field, item, language)).join(words.and);
  const option = field?.options?.find((candidate) => candidate.value === value);
  if (option) return option.title;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return numberInWords(value, field?.unit ?? null, language);
  if (typeof value === 'object') return '…';
  const text = String(value);
  return field?.kind === 'date' || /^\d{4}-\d{2}-\d{2}$/.test(text) ? dateInWords(text, language) : text;
}

/** 41000 and 円 → `41,000円`, `41,000 yen`. */
export function numberInWords(value: number, unit: string | null, language: Language): string {
  const digits = groupedNumber(value);
  if (unit === null) return digits;
  const word = unitInWords(unit, language);
  return language === 'ja' || word === '%' ? `${digits}${word}` : `${digits} ${word}`;
}

/** 円 → 円, yen. */
export function unitInWords(unit: string, language: Language): string {
  if (language === 'ja') return unit;
  return (Object.hasOwn(ENGLISH_UNITS, unit) ? ENGLISH_UNITS[unit] : undefined) ?? unit;
}

/** `2021-10-01` → 令和3年10月1日, 1 October 2021. */
export function dateInWords(iso: string, language: Language): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (language === 'ja' || !parts) return eraDate(iso);
  return `${Number(parts[3])} ${MONTHS[Number(parts[2]) - 1] ?? ''} ${Number(parts[1])}`;
}
