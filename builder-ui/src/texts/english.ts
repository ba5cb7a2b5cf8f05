import { bilingual } from '../../../renderer-ui/src/texts/index.js';
import { englishJa } from './english-ja.js';

export const useEnglishTexts = bilingual(englishJa, async () => (await import('./english-en.js')).englishEn);
