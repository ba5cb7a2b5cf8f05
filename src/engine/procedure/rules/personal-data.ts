import { type Problem, problem, warning } from '../../problem.js';
import { type Question, questionsOf } from './questions.js';
import type { Folder } from './rule.js';

const FORMATS = new Set(['email', 'tel-jp', 'postal-jp', 'account-number', 'zengin-name', 'kana']);
const AUTOCOMPLETE = /^(?:name|bday|email|tel|street-address|postal-code|address-line\d)$/;
const PREFILL = /^profile\.(?!kind$)/;
/** How a title ends that asks for such a thing; what stands in brackets behind it does not count. */
const TITLE = /(?:氏名|お名前|住所|生年月日|口座番号|電話番号|メールアドレス)(?:（[^）]*）)?$/u;

/**
 * 個人情報保護法 61・62条: who is asked for personal data is told what it is for. What is marked as sensitive also says
 * how long it is kept; everything else is kept as long as the file (`retentionYears`).
 */
export function checkPersonalData({ form, places }: Folder): readonly Problem[] {
  if (!form) return [];
  return questionsOf(form).flatMap((question): readonly Problem[] => {
    const { field } = question;
    const place = places.get(field.path) ?? '';
    const told = purposeOf(question) !== null;
    if (!field.sensitive) {
      return told || !asksPersonalData(question)
        ? []
        : [warning(place, 'purpose-missing', { title: field.title })];
    }
    return [
      ...(told ? [] : [problem(place, 'sensitive-without-purpose', { title: field.title })]),
      ...(field.retentionYears === null
        ? [problem(place, 'sensitive-without-retention', { title: field.title })]
        : []),
    ];
  });
}

/** Its own, or that of the nearest group, repeat or page around it. */
function purposeOf({ field, within, page }: Question): string | null {
  return [field, ...[...within].reverse()].find((one) => one.purpose !== null)?.purpose ?? page.purpose;
}

/** A computed value asks nobody; a choice and a file are told apart by what they are for, not by their name. */
function asksPersonalData({ field, ui }: Question): boolean {
  if (field.compute || field.fromApplication || (field.kind !== 'text' && field.kind !== 'date'))
    return false;
  return (
    (field.format !== null && FORMATS.has(field.format)) ||
    (field.prefill !== null && PREFILL.test(field.prefill)) ||
    AUTOCOMPLETE.test(String(ui['ui:autocomplete'] ?? '')) ||
    TITLE.test(field.title)
  );
}
