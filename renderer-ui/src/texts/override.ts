import { bilingual } from './language.js';
import { overrideJa } from './override-ja.js';

export const useOverrideTexts = bilingual(
  overrideJa,
  async () => (await import('./override-en.js')).overrideEn,
);
