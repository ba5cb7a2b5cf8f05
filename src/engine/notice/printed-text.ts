import { toText } from '../expression/index.js';
import type { FeelType, FeelValue } from '../expression/index.js';
import { isList, kindOf } from '../expression/values.js';
import { eraDate } from '../japanese/era-date.js';
import type { Language } from '../problem-text/words.js';

/**
 * Thrown when a value holds a character that must not stand in a document: a control character, half a surrogate pair,
 * or a mark that turns the direction of the text and so changes what is read. Submission refuses such answers, so this
 * is a surprise.
 */
export class UnprintableTextError extends Error {
  constructor(
    /** The placeholder, as its author wrote it. */
    readonly placeholder: string,
    readonly codePoint: number,
  ) {
    super(`{{ ${placeholder} }} holds U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`);
    this.name = 'UnprintableTextError';
  }
}

// Variation selectors (U+E0100 …) and every kanji stay as they are: a name keeps its characters.
const UNPRINTABLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB\uFFFE\uFFFF]|\p{Surrogate}/u;

/** Values that have a printed form: not a context, a range or a function, and no list of lists. */
export function isPrintable(type: FeelType): boolean {
  if (type.kind === 'list') return type.of.kind !== 'list' && isPrintable(type.of);
  return !['context', 'range', 'function'].includes(type.kind);
}

/** The value as a document prints it: 令和3年11月1日 (1 November 2021), 1,517,000, はい (yes), a list joined by 「、」; null prints nothing. */
export function printedText(
  value: FeelValue,
  placeholder: string,
  titles?: ReadonlyMap<string, string>,
  language: Language = 'ja',
): string {
  if (isList(value)) {
    return value
      .map((item) => printedText(item, placeholder, titles, language))
      .filter((text) => text !== '')
      .join(language === 'ja' ? '、' : ', ');
  }
  const plain = toText(value);
  const text = titles?.get(plain) ?? format(value, plain, language);
  const bad = UNPRINTABLE.exec(text)?.[0];
  if (bad !== undefined) throw new UnprintableTextError(placeholder, bad.codePointAt(0) ?? 0);
  return text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ');
}

function format(value: FeelValue, plain: string, language: Language): string {
  const kind = kindOf(value);
  if (kind === 'date') return language === 'ja' ? eraDate(plain) : westernDate(plain);
  if (kind === 'number')
    return plain.replace(/^(-?)(\d+)/, (_, sign: string, digits: string) => sign + grouped(digits));
  if (kind === 'boolean') return YES_NO[language][value === true ? 0 : 1];
  return plain;
}

const YES_NO = { ja: ['はい', 'いいえ'], en: ['yes', 'no'] } as const satisfies Record<Language, unknown>;

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `2021-11-01` → 1 November 2021 */
function westernDate(plain: string): string {
  const [year, month = 0, day] = plain.split('-').map(Number);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

function grouped(digits: string): string {
  return digits.replace(/\d(?=(?:\d{3})+$)/g, '$&,');
}
