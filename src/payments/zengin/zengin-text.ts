import { toZenginName } from '#engine';

/** Characters of a field of text: JIS X 0201 without small kana, ｦ, ｰ and what banks use for themselves. */
const PLAIN = /[0-9A-Z ｱ-ﾝﾞﾟ().-]/u;

/** A name as it stands in a file: half-width, marks apart, 「・」 as a full stop. */
export function writtenName(text: string): string {
  return toZenginName(text.replaceAll(/[・･]/gu, '.')).trim();
}

/** The characters of a written name that a bank does not take, each once. */
export function unwritable(written: string, slash: boolean): readonly string[] {
  return [...new Set(written)].filter((letter) => !PLAIN.test(letter) && !(slash && letter === '/'));
}

/**
 * One byte a character, JIS X 0201.
 *
 * @throws on what has none: nothing is replaced in a file that moves money
 */
export function bytesOf(text: string): Buffer {
  const bytes = Buffer.alloc(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isKana = code >= 0xff61 && code <= 0xff9f;
    if (!isKana && (code < 0x20 || code > 0x7e)) throw new Error('A character has no place in JIS X 0201.');
    bytes[at] = isKana ? code - 0xff61 + 0xa1 : code;
  }
  return bytes;
}
