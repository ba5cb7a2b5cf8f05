import type { BatchView } from '../../api/types.js';
import type { BatchesTexts } from '../../texts/index.js';

/** What is done with all of a batch, or that nothing has been chosen. */
export function workTitle({ work, actionTitle }: BatchView, texts: BatchesTexts): string {
  if (work === null) return texts.list.unsaid;
  if (work.kind === 'action') return texts.works.action(actionTitle ?? work.action);
  return work.kind === 'assign' && work.assigneeId === null ? texts.works.unassign : texts.works[work.kind];
}
