import { bilingual } from './language.js';
import { keepingJa } from './keeping-ja.js';

export const useKeepingTexts = bilingual(keepingJa, async () => (await import('./keeping-en.js')).keepingEn);
