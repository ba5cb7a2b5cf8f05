import { bilingual } from './language.js';
import { announcementsJa } from './announcements-ja.js';

export const useAnnouncementsTexts = bilingual(
  announcementsJa,
  async () => (await import('./announcements-en.js')).announcementsEn,
);
