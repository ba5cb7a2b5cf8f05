export { bilingual, currentLanguage, setLanguage, useLanguage, type Language } from './language.js';
export { dateText, dateTimeText, eraDateText, exactTimeText, timeText } from './dates.js';

import { bilingual } from './language.js';
import { uiEn } from './ui-en.js';
import { uiJa } from './ui-ja.js';

export const useUiTexts = bilingual(uiJa, uiEn);
