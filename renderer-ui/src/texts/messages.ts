import { bilingual } from './language.js';
import { messagesJa } from './messages-ja.js';

export const useMessagesTexts = bilingual(
  messagesJa,
  async () => (await import('./messages-en.js')).messagesEn,
);
