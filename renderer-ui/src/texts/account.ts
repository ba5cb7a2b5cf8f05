import { accountJa } from './account-ja.js';
import { bilingual } from './language.js';

export const useAccountTexts = bilingual(accountJa, async () => (await import('./account-en.js')).accountEn);
