import { toText } from '../expression/index.js';
import type { FeelType, FeelValue } from '../expression/index.js';
import { isList, kindOf } from '../expression/values.js';
import { eraDate } from '../japanese/era-date.js';

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

/** The value as a document prints it: 令和3年11月1日, 1,517,000, はい, a list joined by 「、」; null prints nothing. */
export function printedText(
  value: FeelValue,
  placeholder: string,
  titles?: ReadonlyMap<string, string>,
): string {
  if (isList(value)) {
    return value
      .map((item) => printedText(item, placeholder, titles))
      .filter((text) => text !== '')
      .join('、');
  }
  const plain = toText(value);
  const text = titles?.get(plain) ?? format(value, plain);
  const bad = UNPRINTABLE.exec(text)?.[0];
  if (bad !== undefined) throw new UnprintableTextError(placeholder, bad.codePointAt(0) ?? 0);
  return text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ');
}

function format(value: FeelValue, plain: string): string {
  const kind = kindOf(value);
  if (kind === 'date') return eraDate(plain);
  if (kind === 'number')
    return plain.replace(/^(-?)(\d+)/, (_, sign: string, digits: string) => sign + grouped(digits));
  if (kind === 'boolean') return value === true ? 'はい' : 'いいえ';
  return plain;
}

function grouped(digits: string): string {
  return digits.replace(/\d(?=(?:\d{3})+$)/g, '$&,');
}
