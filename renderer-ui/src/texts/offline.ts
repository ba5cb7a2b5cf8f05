import { bilingual } from './language.js';
import { offlineJa } from './offline-ja.js';

export const useOfflineTexts = bilingual(offlineJa, async () => (await import('./offline-en.js')).offlineEn);
