/**
 * Where j, k, Home and End lead in a list of `count` rows; null when the key does not move.
 * From no row (-1) the first move lands on the first or the last one.
 */
export function moveCursor(current: number, key: string, count: number): number | null {
  if (count === 0) return null;
  if (key === 'j' || key === 'ArrowDown') return Math.min(current + 1, count - 1);
  if (key === 'k' || key === 'ArrowUp') return current < 0 ? count - 1 : Math.max(current - 1, 0);
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}

/** Keys are ours only where nothing is being typed and no modifier asks for something else. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches('input:not([type=checkbox]), textarea, select') ||
    target.closest('dialog') !== null
  );
}
