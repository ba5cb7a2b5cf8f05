import { bilingual } from '../../../renderer-ui/src/texts/index.js';
import { builderJa } from './builder-ja.js';

export const useBuilderTexts = bilingual(builderJa, async () => (await import('./builder-en.js')).builderEn);
