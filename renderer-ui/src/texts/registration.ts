import { bilingual } from './language.js';
import { registrationJa } from './registration-ja.js';

export const useRegistrationTexts = bilingual(
  registrationJa,
  async () => (await import('./registration-en.js')).registrationEn,
);
