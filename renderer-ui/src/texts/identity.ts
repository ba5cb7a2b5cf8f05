import { identityJa } from './identity-ja.js';
import { bilingual } from './language.js';

export const useIdentityTexts = bilingual(
  identityJa,
  async () => (await import('./identity-en.js')).identityEn,
);
