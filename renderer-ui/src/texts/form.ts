import { bilingual } from './language.js';
import { formJa } from './form-ja.js';

export const useFormTexts = bilingual(formJa, async () => (await import('./form-en.js')).formEn);
