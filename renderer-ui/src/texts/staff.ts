import { bilingual } from './language.js';
import { staffJa } from './staff-ja.js';

export const useStaffTexts = bilingual(staffJa, async () => (await import('./staff-en.js')).staffEn);
