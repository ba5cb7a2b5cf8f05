import { bilingual } from './language.js';
import { mailboxJa } from './mailbox-ja.js';

export const useMailboxTexts = bilingual(mailboxJa, async () => (await import('./mailbox-en.js')).mailboxEn);
