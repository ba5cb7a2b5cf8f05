import { bilingual } from './language.js';
import { previewJa } from './preview-ja.js';

export const usePreviewTexts = bilingual(previewJa, async () => (await import('./preview-en.js')).previewEn);
