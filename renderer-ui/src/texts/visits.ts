import { bilingual } from './language.js';
import { visitsJa } from './visits-ja.js';

export const useVisitsTexts = bilingual(visitsJa, async () => (await import('./visits-en.js')).visitsEn);
