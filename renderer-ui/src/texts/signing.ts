import { bilingual } from './language.js';
import { signingJa } from './signing-ja.js';

export const useSigningTexts = bilingual(signingJa, async () => (await import('./signing-en.js')).signingEn);
