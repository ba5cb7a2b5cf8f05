import { batchesJa } from './batches-ja.js';
import { bilingual } from './language.js';

export const useBatchesTexts = bilingual(batchesJa, async () => (await import('./batches-en.js')).batchesEn);

export type BatchesTexts = typeof batchesJa;
