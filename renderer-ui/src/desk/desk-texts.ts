import { bilingual } from '../texts/index.js';
import { deskEn } from '../texts/desk-en.js';
import { deskJa } from '../texts/desk-ja.js';

export const useDeskTexts = bilingual(deskJa, deskEn);
export type DeskTexts = typeof deskJa;
