import type { ActionView } from '../../api/types.js';

/** What the official is in the middle of. `correction` is written beside the answers before it is confirmed. */
export type Task =
  | { readonly kind: 'action'; readonly action: ActionView }
  | { readonly kind: 'correction'; readonly action: ActionView; readonly confirming: boolean }
  | { readonly kind: 'hold' }
  /** A computed value is set to another, or put back. */
  | { readonly kind: 'override'; readonly path: string; readonly back: boolean };

/** Name under which the texts of a task are kept. */
export function formName(task: Task): string {
  if (task.kind === 'hold') return '@hold';
  return task.kind === 'override' ? `@override${task.path}` : task.action.name;
}
