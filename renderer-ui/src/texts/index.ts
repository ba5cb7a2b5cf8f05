import { applicationsEn } from './applications-en.js';
import { applicationsJa } from './applications-ja.js';
import { fillEn } from './fill-en.js';
import { fillJa } from './fill-ja.js';
import { formEn } from './form-en.js';
import { formJa } from './form-ja.js';
import { bilingual } from './language.js';
import { mailboxEn } from './mailbox-en.js';
import { mailboxJa } from './mailbox-ja.js';
import { portalEn } from './portal-en.js';
import { portalJa } from './portal-ja.js';
import { registrationEn } from './registration-en.js';
import { registrationJa } from './registration-ja.js';
import { uiEn } from './ui-en.js';
import { uiJa } from './ui-ja.js';

export { dateText, dateTimeText, eraDateText, exactTimeText, timeText } from './dates.js';
export {
  bilingual,
  currentLanguage,
  onLanguageChange,
  setLanguage,
  useLanguage,
  type Language,
} from './language.js';

export const useUiTexts = bilingual(uiJa, uiEn);
export const useFormTexts = bilingual(formJa, formEn);
export const usePortalTexts = bilingual(portalJa, portalEn);
export const useFillTexts = bilingual(fillJa, fillEn);
export const useApplicationsTexts = bilingual(applicationsJa, applicationsEn);
export const useRegistrationTexts = bilingual(registrationJa, registrationEn);
export const useMailboxTexts = bilingual(mailboxJa, mailboxEn);
