import { bilingual } from './language.js';
import { verifyJa } from './verify-ja.js';

export const useVerifyTexts = bilingual(verifyJa, async () => (await import('./verify-en.js')).verifyEn);
