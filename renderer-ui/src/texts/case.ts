import { caseJa } from './case-ja.js';
import { bilingual } from './language.js';

export const useCaseTexts = bilingual(caseJa, async () => (await import('./case-en.js')).caseEn);
