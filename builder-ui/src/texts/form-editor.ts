import { bilingual } from '../../../renderer-ui/src/texts/index.js';
import { formEditorJa } from './form-editor-ja.js';

export const useFormEditorTexts = bilingual(
  formEditorJa,
  async () => (await import('./form-editor-en.js')).formEditorEn,
);
