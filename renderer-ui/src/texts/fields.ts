import { fieldsJa } from './fields-ja.js';
import { bilingual } from './language.js';

export const useFieldsTexts = bilingual(fieldsJa, async () => (await import('./fields-en.js')).fieldsEn);
