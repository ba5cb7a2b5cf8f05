import { bilingual } from './language.js';
import { procedureJa } from './procedure-ja.js';

export const useProcedureTexts = bilingual(
  procedureJa,
  async () => (await import('./procedure-en.js')).procedureEn,
);
