import { helpJa } from './help-ja.js';
import { bilingual } from './language.js';

export const useHelpTexts = bilingual(helpJa, async () => (await import('./help-en.js')).helpEn);
