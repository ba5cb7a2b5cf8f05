import { bilingual } from './language.js';
import { sendingJa } from './sending-ja.js';

export const useSendingTexts = bilingual(sendingJa, async () => (await import('./sending-en.js')).sendingEn);
