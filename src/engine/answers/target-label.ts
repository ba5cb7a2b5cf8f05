import type { Language } from '../problem-text/words.js';
import type { Form } from '../procedure/procedure.js';
import type { Answers } from './answers.js';
import { fieldPathAt, resolvePointer } from './resolve-pointer.js';

const words = {
  ja: { between: '　', row: (number: number) => `（${number}行目）` },
  en: { between: ', ', row: (number: number) => ` (no. ${number})` },
} satisfies Record<Language, unknown>;

/**
 * 「店舗情報　店舗の電話番号」; a row is counted from 1, as people do: 「売上　月別売上（2行目）　金額」.
 *
 * @param path JSON Pointer, rows by number or by id (`@k3Yx`)
 * @param answers in which a row named by id is looked up; without them, or where it is gone, it has no number
 * @param language of the form's own titles
 */
export function targetLabel(
  form: Form,
  path: string,
  answers: Answers = {},
  language: Language = 'ja',
): string {
  const steps = path.split('/').slice(1);
  const page = form.pages.find((candidate) => candidate.name === steps[0]);
  const labels = page ? [page.title] : [];
  for (let length = 2; length <= steps.length; length++) {
    const step = steps[length - 1] ?? '';
    const pointer = `/${steps.slice(0, length).join('/')}`;
    if (!/^(?:\d+$|@)/.test(step)) {
      const field = form.fields.get(fieldPathAt(pointer));
      if (field) labels.push(field.title);
      continue;
    }
    const number = step.startsWith('@')
      ? resolvePointer(form, answers, pointer)?.pointer.split('/').at(-1)
      : step;
    if (number !== undefined) labels.push(`${labels.pop() ?? ''}${words[language].row(Number(number) + 1)}`);
  }
  return labels.join(words[language].between);
}
