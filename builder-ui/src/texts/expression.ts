import { bilingual } from '../../../renderer-ui/src/texts/index.js';
import { expressionJa } from './expression-ja.js';

export type ExpressionTexts = typeof expressionJa;

export const useExpressionTexts = bilingual(
  expressionJa,
  async () => (await import('./expression-en.js')).expressionEn,
);
