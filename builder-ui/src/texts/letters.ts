import { bilingual } from '../../../renderer-ui/src/texts/index.js';
import { lettersJa } from './letters-ja.js';

export const useLettersTexts = bilingual(lettersJa, async () => (await import('./letters-en.js')).lettersEn);
