import { bilingual } from '../../../renderer-ui/src/texts/index.js';
import { publishingJa } from './publishing-ja.js';

export const usePublishingTexts = bilingual(
  publishingJa,
  async () => (await import('./publishing-en.js')).publishingEn,
);
