import { bilingual } from './language.js';
import { logJa } from './log-ja.js';

export const useLogTexts = bilingual(logJa, async () => (await import('./log-en.js')).logEn);
