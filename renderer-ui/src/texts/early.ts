import { bilingual } from './language.js';
import { earlyJa } from './early-ja.js';

export const useEarlyTexts = bilingual(earlyJa, async () => (await import('./early-en.js')).earlyEn);
