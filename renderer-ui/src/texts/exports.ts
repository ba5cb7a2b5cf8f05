import { exportsJa } from './exports-ja.js';
import { bilingual } from './language.js';

export const useExportsTexts = bilingual(exportsJa, async () => (await import('./exports-en.js')).exportsEn);
