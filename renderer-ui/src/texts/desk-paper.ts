import { deskPaperJa } from './desk-paper-ja.js';
import { bilingual } from './language.js';

export const useDeskPaperTexts = bilingual(
  deskPaperJa,
  async () => (await import('./desk-paper-en.js')).deskPaperEn,
);
