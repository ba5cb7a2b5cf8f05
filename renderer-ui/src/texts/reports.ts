import { bilingual } from './language.js';
import { reportsJa } from './reports-ja.js';

export const useReportsTexts = bilingual(reportsJa, async () => (await import('./reports-en.js')).reportsEn);
