import { bilingual } from './language.js';
import { sitesJa } from './sites-ja.js';

export const useSitesTexts = bilingual(sitesJa, async () => (await import('./sites-en.js')).sitesEn);
