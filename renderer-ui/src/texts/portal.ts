import { bilingual } from './language.js';
import { portalJa } from './portal-ja.js';

export const usePortalTexts = bilingual(portalJa, async () => (await import('./portal-en.js')).portalEn);
