import { bilingual } from '../../../renderer-ui/src/texts/index.js';
import { listJa } from './list-ja.js';

export const useListTexts = bilingual(listJa, async () => (await import('./list-en.js')).listEn);
