import { bilingual } from '../texts/index.js';
import { deskJa } from '../texts/desk-ja.js';

export const useDeskTexts = bilingual(deskJa, async () => (await import('../texts/desk-en.js')).deskEn);

export type DeskTexts = typeof deskJa;
