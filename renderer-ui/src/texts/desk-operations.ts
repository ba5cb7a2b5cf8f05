import { deskOperationsJa } from './desk-operations-ja.js';
import { bilingual } from './language.js';

export const useDeskOperationsTexts = bilingual(
  deskOperationsJa,
  async () => (await import('./desk-operations-en.js')).deskOperationsEn,
);
