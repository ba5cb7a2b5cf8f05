import { formEn } from './form-en.js';
import { formJa } from './form-ja.js';
import { bilingual } from './language.js';
import { uiEn } from './ui-en.js';
import { uiJa } from './ui-ja.js';

export { dateText, dateTimeText, eraDateText, exactTimeText, timeText } from './dates.js';
export { bilingual, currentLanguage, setLanguage, useLanguage, type Language } from './language.js';

export const useUiTexts = bilingual(uiJa, uiEn);
export const useFormTexts = bilingual(formJa, formEn);
