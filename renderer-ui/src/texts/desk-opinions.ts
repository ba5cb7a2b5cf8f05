import { deskOpinionsJa } from './desk-opinions-ja.js';
import { bilingual } from './language.js';

export const useDeskOpinionsTexts = bilingual(
  deskOpinionsJa,
  async () => (await import('./desk-opinions-en.js')).deskOpinionsEn,
);
