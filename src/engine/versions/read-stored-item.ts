import type { WorkflowState } from '../workflow/review-state.js';
import { isObject } from '../workflow/object-reader.js';
import type { StoredItem } from './stored-item.js';

/**
 * One item from outside, a line of a file, say. Answers may be anything; they are judged like an applicant's.
 *
 * @param version taken where the item names none
 * @returns null when it is no draft and no application
 */
export function readStoredItem(value: unknown, version: string): StoredItem | null {
  if (!isObject(value)) return null;
  const { id, kind, answers, state, submittedOn } = value;
  if (typeof id !== 'string' || !isObject(answers)) return null;
  const common = { id, version: typeof value['version'] === 'string' ? value['version'] : version, answers };
  if (kind === 'draft') return { ...common, kind };
  if (kind !== 'application' || typeof submittedOn !== 'string' || !isState(state)) return null;
  return { ...common, kind, state, submittedOn };
}

/** What the dry run and a plan read of a state. */
function isState(value: unknown): value is WorkflowState {
  if (!isObject(value) || typeof value['stage'] !== 'string' || !isObject(value['actors'])) return false;
  const { correction } = value;
  return (
    correction === null ||
    (isObject(correction) && typeof correction['origin'] === 'string' && Array.isArray(correction['targets']))
  );
}
