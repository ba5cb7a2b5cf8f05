import { deskVisitsJa } from './desk-visits-ja.js';
import { bilingual } from './language.js';

export const useDeskVisitsTexts = bilingual(
  deskVisitsJa,
  async () => (await import('./desk-visits-en.js')).deskVisitsEn,
);
