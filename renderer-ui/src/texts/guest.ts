import { bilingual } from './language.js';
import { guestJa } from './guest-ja.js';

export const useGuestTexts = bilingual(guestJa, async () => (await import('./guest-en.js')).guestEn);
