import { useEffect } from 'react';

/** Where an element stands: its parent, and its place among the children, up to the body. */
type Path = readonly (readonly [parent: Element, index: number])[];

/**
 * What had the focus goes: a row that is done, a button that has done its work, the one that opened a dialog. The focus
 * then goes on to the row that took its place, or to the heading that it stood under, and not to the top of the page.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let held: Path = [];
    const hold = ({ target }: FocusEvent): void => {
      held = target instanceof Element ? pathOf(target) : [];
    };
    // Whoever presses beside everything lets go; what is taken away does not.
    const letGo = ({ target, relatedTarget }: FocusEvent): void => {
      if (relatedTarget !== null || !(target instanceof Element)) return;
      const left = held;
      queueMicrotask(() => {
        if (target.isConnected && held === left) held = [];
      });
    };
    const seen = new MutationObserver(() => {
      if (held.length === 0 || document.activeElement !== document.body) return;
      // A screen that knows better has its turn first.
      requestAnimationFrame(() => {
        if (held.length > 0 && document.activeElement === document.body) landing(held)?.focus();
      });
    });
    document.addEventListener('focusin', hold);
    document.addEventListener('focusout', letGo);
    seen.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', hold);
      document.removeEventListener('focusout', letGo);
      seen.disconnect();
    };
  }, []);
}

function pathOf(element: Element): Path {
  const path: (readonly [Element, number])[] = [];
  for (let at = element; at.parentElement; at = at.parentElement)
    path.push([at.parentElement, [...at.parentElement.children].indexOf(at)]);
  return path;
}

function landing(path: Path): HTMLElement | undefined {
  const left = path.findIndex(([parent]) => parent.isConnected);
  const [parent, index] = path[left] ?? [];
  if (!parent || index === undefined || parent === document.body) return undefined;
  const row = parent.matches('tbody, ul, ol') && parent.children[Math.min(index, parent.children.length - 1)];
  if (row) return row.querySelector<HTMLElement>('a[href]') ?? reachable(row);
  for (const [ancestor, before] of path.slice(left)) {
    const above = [...ancestor.children].slice(0, before).flatMap(headingsOf);
    const heading = above.filter((one) => one.checkVisibility()).at(-1);
    if (heading) return reachable(heading);
    if (ancestor.matches('main, dialog')) return undefined;
  }
  return undefined;
}

const HEADINGS = 'h1, h2, h3, h4';

const headingsOf = (element: Element): readonly Element[] =>
  element.matches(HEADINGS) ? [element] : [...element.querySelectorAll(HEADINGS)];

/** Takes the focus of a script and no stop of Tab. */
function reachable(element: Element): HTMLElement | undefined {
  if (!(element instanceof HTMLElement)) return undefined;
  if (!element.hasAttribute('tabindex')) {
    element.tabIndex = -1;
    element.dataset['quietFocus'] = '';
  }
  return element;
}
