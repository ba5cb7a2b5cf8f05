/** Hyphens, dashes, minus signs and the long vowel mark, which people type for one another. */
const HYPHENS = /[-\u2010-\u2015\u2043\u2212\u2500\u2501\u30FC\uFE58\uFE63\uFF0D\uFF70]/gu;
const SMALL_TO_LARGE: Readonly<Record<string, string>> = {
  ァ: 'ア',
  ィ: 'イ',
  ゥ: 'ウ',
  ェ: 'エ',
  ォ: 'オ',
  ッ: 'ツ',
  ャ: 'ヤ',
  ュ: 'ユ',
  ョ: 'ヨ',
  ヮ: 'ワ',
  ヵ: 'カ',
  ヶ: 'ケ',
};
const FULL = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン';
const HALF = 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ';
const FULL_TO_HALF = new Map(Array.from(FULL, (full, index) => [full, HALF[index] ?? full]));

/** Every hyphen-like character becomes `-`. For codes and numbers only: in words 「ー」 is a sound. */
export function foldHyphens(text: string): string {
  return text.replace(HYPHENS, '-');
}

/** ひらがな and ﾊﾝｶｸ become カタカナ; other characters stay. For readings only, never for names. */
export function toFullKatakana(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u3041-\u3096\u309D\u309E]/gu, (kana) =>
      String.fromCodePoint((kana.codePointAt(0) ?? 0) + 0x60),
    )
    .replace(/([\u30A1-\u30FA\u30FC])[-\u2010-\u2015\u2212]/gu, '$1ー');
}

/**
 * A name as banks write it (全銀): half-width katakana without small letters and ヲ, marks apart from their
 * letters, capitals. What has no such form stays, so that the format check can point at it.
 */
export function toZenginName(text: string): string {
  const letters = toFullKatakana(text).replace(
    /[ァィゥェォッャュョヮヵヶ]/gu,
    (small) => SMALL_TO_LARGE[small] ?? small,
  );
  return Array.from(letters.replaceAll('ヲ', 'オ').normalize('NFD'))
    .map((letter) => FULL_TO_HALF.get(letter) ?? letter)
    .join('')
    .replaceAll('\u3099', 'ﾞ')
    .replaceAll('\u309A', 'ﾟ')
    .replace(HYPHENS, '-')
    .toUpperCase();
}
