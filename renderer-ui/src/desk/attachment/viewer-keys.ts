import { lettersEnabled } from '../frame/shortcuts.js';

/** Key → the button of the viewer that it presses. */
const BUTTONS: Readonly<Record<string, string>> = {
  '+': '[data-view="larger"]',
  ';': '[data-view="larger"]',
  '-': '[data-view="smaller"]',
  '0': '[data-view="width"]',
  w: '[data-view="whole"]',
  r: '[data-view="turn"]',
  '[': '[data-file="previous"]',
  ']': '[data-file="next"]',
  ',': '[data-page="previous"]',
  '.': '[data-page="next"]',
};

/**
 * Presses the button that a key stands for; nothing while somebody types, or with a modifier held.
 *
 * @returns whether the key was one of the viewer's
 */
export function pressViewerKey(viewer: HTMLElement, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !lettersEnabled()) return false;
  if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select')) return false;
  const wanted = Object.hasOwn(BUTTONS, event.key) ? BUTTONS[event.key] : undefined;
  const button = wanted === undefined ? null : viewer.querySelector<HTMLElement>(wanted);
  button?.click();
  return button !== null;
}
