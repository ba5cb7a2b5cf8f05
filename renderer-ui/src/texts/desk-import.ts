import { deskImportJa } from './desk-import-ja.js';
import { bilingual } from './language.js';

export const useDeskImportTexts = bilingual(
  deskImportJa,
  async () => (await import('./desk-import-en.js')).deskImportEn,
);
