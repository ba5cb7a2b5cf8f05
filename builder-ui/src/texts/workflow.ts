import { bilingual } from '../../../renderer-ui/src/texts/index.js';
import { workflowJa } from './workflow-ja.js';

export const useWorkflowTexts = bilingual(
  workflowJa,
  async () => (await import('./workflow-en.js')).workflowEn,
);

export type WorkflowTexts = typeof workflowJa;
