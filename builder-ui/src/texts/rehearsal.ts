import { bilingual } from '../../../renderer-ui/src/texts/index.js';
import { rehearsalJa } from './rehearsal-ja.js';

export const useRehearsalTexts = bilingual(
  rehearsalJa,
  async () => (await import('./rehearsal-en.js')).rehearsalEn,
);

export type RehearsalTexts = typeof rehearsalJa;
