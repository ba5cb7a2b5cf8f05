import { writtenName } from './zengin-text.js';

/**
 * What banks write for the kind of a corporation: before the name with a bracket behind it, after it with one before it,
 * within it between two. 振込口座名義の略語, 全国銀行協会.
 */
const ABBREVIATIONS: readonly (readonly [short: string, whole: readonly string[]])[] = [
  ['ｶ', ['ｶﾌﾞｼｷｶﾞｲｼﾔ', 'ｶﾌﾞｼｷｶｲｼﾔ']],
  ['ﾕ', ['ﾕｳｹﾞﾝｶﾞｲｼﾔ', 'ﾕｳｹﾞﾝｶｲｼﾔ']],
  ['ﾄﾞ', ['ｺﾞｳﾄﾞｳｶﾞｲｼﾔ', 'ｺﾞｳﾄﾞｳｶｲｼﾔ']],
  ['ｼ', ['ｺﾞｳｼｶﾞｲｼﾔ', 'ｺﾞｳｼｶｲｼﾔ']],
  ['ﾒ', ['ｺﾞｳﾒｲｶﾞｲｼﾔ', 'ｺﾞｳﾒｲｶｲｼﾔ']],
  ['ｲ', ['ｲﾘﾖｳﾎｳｼﾞﾝｼﾔﾀﾞﾝ', 'ｲﾘﾖｳﾎｳｼﾞﾝｻﾞｲﾀﾞﾝ', 'ｲﾘﾖｳﾎｳｼﾞﾝ']],
  ['ｼﾔ', ['ｲﾂﾊﾟﾝｼﾔﾀﾞﾝﾎｳｼﾞﾝ', 'ｺｳｴｷｼﾔﾀﾞﾝﾎｳｼﾞﾝ', 'ｼﾔﾀﾞﾝﾎｳｼﾞﾝ']],
  ['ｻﾞｲ', ['ｲﾂﾊﾟﾝｻﾞｲﾀﾞﾝﾎｳｼﾞﾝ', 'ｺｳｴｷｻﾞｲﾀﾞﾝﾎｳｼﾞﾝ', 'ｻﾞｲﾀﾞﾝﾎｳｼﾞﾝ']],
  ['ｶﾞｸ', ['ｶﾞﾂｺｳﾎｳｼﾞﾝ']],
  ['ｼﾕｳ', ['ｼﾕｳｷﾖｳﾎｳｼﾞﾝ']],
  ['ﾌｸ', ['ｼﾔｶｲﾌｸｼﾎｳｼﾞﾝ']],
  ['ﾄｸﾋ', ['ﾄｸﾃｲﾋｴｲﾘｶﾂﾄﾞｳﾎｳｼﾞﾝ']],
  ['ﾋﾞ', ['ﾍﾞﾝｺﾞｼﾎｳｼﾞﾝ']],
  ['ｾﾞ', ['ｾﾞｲﾘｼﾎｳｼﾞﾝ']],
  ['ﾎｳ', ['ﾎｳｼﾞﾝ']],
];

/** Places of business, which banks shorten within a name: ｴｲｷﾞﾖｳｼﾖ is (ｴｲ). */
const PLACES: readonly (readonly [short: string, whole: string])[] = [
  ['ｴｲ', 'ｴｲｷﾞﾖｳｼﾖ'],
  ['ｼﾕﾂ', 'ｼﾕﾂﾁﾖｳｼﾞﾖ'],
  ['ｼﾞ', 'ｼﾞﾑｼﾖ'],
];

/**
 * Can the holder of an account be whoever is to be paid? Widths, small letters, spaces, dots and long marks make no
 * difference, nor does the kind of a corporation, written out, shortened or left out. A holder that a bank cut at 30
 * characters is compared as far as it goes.
 *
 * @param holder 口座名義 as the bank writes it
 * @param reading フリガナ of the person or corporation
 */
export function isHolder(holder: string, reading: string): boolean {
  const [written, wanted] = [writtenName(holder), writtenName(reading)];
  const [one, other] = [core(written), core(wanted)];
  if (one === '' || other === '') return false;
  return one === other || (written.length >= 30 && other.startsWith(one));
}

function core(name: string): string {
  const places = PLACES.reduce(
    (text, [short, whole]) =>
      text.replaceAll(`(${short})`, whole).replace(new RegExp(`\\(${short}$`, 'u'), whole),
    name,
  );
  const plain = ABBREVIATIONS.reduce(
    (text, [short, wholes]) => wholes.reduce((rest, whole) => without(rest, whole), withoutSign(text, short)),
    places,
  );
  return plain.replaceAll(/[ .()-]/gu, '');
}

/** `ｶ)ﾅﾆﾜ`, `ﾅﾆﾜ(ｶ`, `ﾅﾆﾜ(ｶ)ｵｵｻｶ`. */
function withoutSign(text: string, short: string): string {
  return text
    .replace(new RegExp(`^\\(?${short}\\)`, 'u'), '')
    .replace(new RegExp(`\\(${short}\\)?$`, 'u'), '')
    .replaceAll(`(${short})`, '');
}

function without(text: string, whole: string): string {
  if (text.startsWith(whole)) return text.slice(whole.length);
  return text.endsWith(whole) ? text.slice(0, -whole.length) : text;
}
