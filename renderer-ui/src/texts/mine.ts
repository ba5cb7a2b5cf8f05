import { bilingual } from './language.js';
import { mineJa } from './mine-ja.js';

export const useMineTexts = bilingual(mineJa, async () => (await import('./mine-en.js')).mineEn);
