import { bilingual } from '../../../renderer-ui/src/texts/index.js';
import { movesJa } from './moves-ja.js';

export const useMovesTexts = bilingual(movesJa, async () => (await import('./moves-en.js')).movesEn);
