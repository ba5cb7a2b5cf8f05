import type { Procedure } from '../procedure/procedure.js';
import { translateProcedure } from './translate-procedure.js';
import { isJapanese, templateSentences } from './translate-template.js';

/** Every Japanese text that applicants read, once: what the screens say in the order in which they are met, then the mails. */
export function procedureTexts(procedure: Procedure): readonly string[] {
  return [...new Set([...screenTexts(procedure), ...mailTexts(procedure)])];
}

/** It is what `translateProcedure` asks for, so that nothing can be translated that is not listed here. */
export function screenTexts(procedure: Procedure): readonly string[] {
  const texts = new Set<string>();
  translateProcedure(procedure, (text) => {
    if (isJapanese(text)) texts.add(text);
    return text;
  });
  return [...texts];
}

function mailTexts({ messages }: Procedure): readonly string[] {
  return [...messages.values()].flatMap(templateSentences);
}
