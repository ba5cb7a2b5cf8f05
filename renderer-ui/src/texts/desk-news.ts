import { deskNewsJa } from './desk-news-ja.js';
import { bilingual } from './language.js';

export const useDeskNewsTexts = bilingual(
  deskNewsJa,
  async () => (await import('./desk-news-en.js')).deskNewsEn,
);
