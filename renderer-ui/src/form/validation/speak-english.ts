import type { FormEnglish } from '../../api/types.js';
import { translateForm } from '../engine.js';
import type { LoadedForm } from './load-form.js';

/** The same form with its words in English, and Japanese ones where the procedure brings no English. */
export function inEnglish(ja: LoadedForm, words: FormEnglish['words']): LoadedForm {
  const translate = (text: string): string => (Object.hasOwn(words, text) ? (words[text] ?? text) : text);
  return { ...ja, language: 'en', title: translate(ja.title), form: translateForm(ja.form, translate) };
}
