import { arrivalJa } from './arrival-ja.js';
import { bilingual } from './language.js';

export const useArrivalTexts = bilingual(arrivalJa, async () => (await import('./arrival-en.js')).arrivalEn);
