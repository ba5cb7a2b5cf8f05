import { catalogueJa } from './catalogue-ja.js';
import { bilingual } from './language.js';

export const useCatalogueTexts = bilingual(
  catalogueJa,
  async () => (await import('./catalogue-en.js')).catalogueEn,
);
