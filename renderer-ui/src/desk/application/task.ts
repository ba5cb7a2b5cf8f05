import type { ActionView } from '../../api/types.js';

/** What the official is in the middle of. `correction` is written beside the answers before it is confirmed. */
export type Task =
  | { readonly kind: 'action'; readonly action: ActionView }
  | { readonly kind: 'correction'; readonly action: ActionView; readonly confirming: boolean }
  | { readonly kind: 'hold' };

/** Name under which the texts of a task are kept. */
export function formName(task: Task): string {
  return task.kind === 'hold' ? '@hold' : task.action.name;
}
