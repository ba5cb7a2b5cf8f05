import { bilingual } from '../../../renderer-ui/src/texts/index.js';
import { helpJa } from './help-ja.js';

export const useHelpTexts = bilingual(helpJa, async () => (await import('./help-en.js')).helpEn);

export type HelpTopic = keyof (typeof helpJa)['topics'];
