import { bilingual } from '../../../renderer-ui/src/texts/index.js';
import { questionListJa } from './question-list-ja.js';

export const useQuestionListTexts = bilingual(
  questionListJa,
  async () => (await import('./question-list-en.js')).questionListEn,
);
