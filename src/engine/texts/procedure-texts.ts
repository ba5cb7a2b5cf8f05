import type { Procedure } from '../procedure/procedure.js';
import { translateProcedure } from './translate-procedure.js';

/** Kana or kanji; a code or a number reads the same in every language. */
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/**
 * Every Japanese text of the procedure that applicants read, once, in the order in which they are met.
 *
 * It is what `translateProcedure` asks for, so that nothing can be translated that is not listed here.
 */
export function procedureTexts(procedure: Procedure): readonly string[] {
  const texts = new Set<string>();
  translateProcedure(procedure, (text) => {
    if (JAPANESE.test(text)) texts.add(text);
    return text;
  });
  return [...texts];
}
