import { bilingual } from './language.js';
import { publicStatisticsJa } from './public-statistics-ja.js';

export const usePublicStatisticsTexts = bilingual(
  publicStatisticsJa,
  async () => (await import('./public-statistics-en.js')).publicStatisticsEn,
);
