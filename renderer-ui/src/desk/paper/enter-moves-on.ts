import type { KeyboardEvent } from 'react';

const REACHABLE =
  'input:not([type=hidden]):not([disabled]), select:not([disabled]), textarea:not([disabled]), button:not([disabled]):not([aria-disabled=true])';

/**
 * Enter goes to the next box, as on a keypad; in a text of several lines it begins a new line, and on a button it presses.
 * With Ctrl it goes on to the next page.
 */
export function enterMovesOn(event: KeyboardEvent<HTMLElement>, onPage: () => void): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.defaultPrevented) return;
  const { target, currentTarget } = event;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    onPage();
    return;
  }
  const isBox =
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['button', 'submit', 'file'].includes(target.type));
  if (!isBox) return;
  event.preventDefault();
  const boxes = [...currentTarget.querySelectorAll<HTMLElement>(REACHABLE)].filter(
    (box) => box.offsetParent !== null && !(box instanceof HTMLButtonElement && !box.dataset['moveOn']),
  );
  const next = boxes[boxes.indexOf(target) + 1];
  if (next) next.focus();
  else currentTarget.querySelector<HTMLElement>('[data-next-page]')?.focus();
}
