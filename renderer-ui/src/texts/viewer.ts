import { bilingual } from './language.js';
import { viewerJa } from './viewer-ja.js';

export const useViewerTexts = bilingual(viewerJa, async () => (await import('./viewer-en.js')).viewerEn);
