import { bilingual } from './language.js';
import { mandatesJa } from './mandates-ja.js';

export const useMandatesTexts = bilingual(
  mandatesJa,
  async () => (await import('./mandates-en.js')).mandatesEn,
);
