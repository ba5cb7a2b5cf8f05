import { bilingual } from './language.js';
import { fillJa } from './fill-ja.js';

export const useFillTexts = bilingual(fillJa, async () => (await import('./fill-en.js')).fillEn);
