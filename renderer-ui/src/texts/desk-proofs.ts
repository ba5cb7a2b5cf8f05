import { deskProofsJa } from './desk-proofs-ja.js';
import { bilingual } from './language.js';

export const useDeskProofsTexts = bilingual(
  deskProofsJa,
  async () => (await import('./desk-proofs-en.js')).deskProofsEn,
);
