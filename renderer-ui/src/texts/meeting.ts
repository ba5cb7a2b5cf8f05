import { bilingual } from './language.js';
import { meetingJa } from './meeting-ja.js';

export const useMeetingTexts = bilingual(meetingJa, async () => (await import('./meeting-en.js')).meetingEn);
