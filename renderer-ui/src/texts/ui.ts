import { bilingual } from './language.js';
import { uiJa } from './ui-ja.js';

export const useUiTexts = bilingual(uiJa, async () => (await import('./ui-en.js')).uiEn);
