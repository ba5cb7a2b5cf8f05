import { bilingual } from '../../../renderer-ui/src/texts/index.js';
import { basicsJa } from './basics-ja.js';

export const useBasicsTexts = bilingual(basicsJa, async () => (await import('./basics-en.js')).basicsEn);
