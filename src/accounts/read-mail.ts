import { FORMATS } from '#engine';
import type { FieldProblem } from '../http/problem.dto.js';
import { problem } from './judge-profile.js';
import { mailSentences } from './profile-sentences.js';

/** An address in its usual form, and what is wrong with it. `again` is the same, typed a second time. */
export function readMail(
  typed: string,
  again: string = typed,
): { readonly mail: string; readonly problems: readonly FieldProblem[] } {
  const normalize = (text: string): string => FORMATS.email?.normalize?.(text) ?? text;
  const mail = normalize(typed);
  if (!FORMATS.email?.pattern.test(mail)) {
    return { mail, problems: [problem('/mail', 'wrong-format', mailSentences['wrong-format'])] };
  }
  if (mail !== normalize(again)) {
    return { mail, problems: [problem('/mailAgain', 'differs', mailSentences.differs)] };
  }
  return { mail, problems: [] };
}
