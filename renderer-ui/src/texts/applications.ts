import { bilingual } from './language.js';
import { applicationsJa } from './applications-ja.js';

export const useApplicationsTexts = bilingual(
  applicationsJa,
  async () => (await import('./applications-en.js')).applicationsEn,
);
