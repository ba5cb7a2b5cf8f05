import { bilingual } from './language.js';
import { statisticsJa } from './statistics-ja.js';

export const useStatisticsTexts = bilingual(
  statisticsJa,
  async () => (await import('./statistics-en.js')).statisticsEn,
);
