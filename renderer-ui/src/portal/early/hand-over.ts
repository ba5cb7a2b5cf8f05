type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Draws over the page that the server drew (`draw-early.tsx`), and types into each input what somebody has put into its
 * forerunner: the program hears of it as of any key, and the cursor stays where it was. All of it is one task, so no
 * key falls in between. What finds no input, because the form did not come, waits for it as long as the address stays.
 */
export function drawOver(root: HTMLElement, draw: () => void): void {
  const { pathname } = window.location;
  const focused = document.activeElement;
  const isFocused = (control: Control): boolean => control === focused;
  let left = [...root.querySelectorAll<Control>('input, textarea, select')]
    .filter((control) => isFocused(control) || isChanged(control))
    .sort((a, b) => Number(isFocused(a)) - Number(isFocused(b)));
  draw();
  const put = (): void => {
    if (!window.location.pathname.startsWith(pathname)) left = [];
    left = left.filter((control) => !handOver(control, isFocused(control)));
    if (left.length === 0) watch.disconnect();
  };
  const watch = new MutationObserver(put);
  watch.observe(root, { childList: true, subtree: true });
  put();
}

/** Otherwise than the server drew it. */
function isChanged(control: Control): boolean {
  if ('options' in control) {
    const first = [...control.options].findIndex(({ defaultSelected }) => defaultSelected);
    return control.selectedIndex !== Math.max(0, first);
  }
  const { type, value, defaultValue, checked, defaultChecked } = control as HTMLInputElement;
  // Boxes have a value that stands in no attribute.
  return /radio|checkbox/.test(type) ? checked !== defaultChecked : value !== defaultValue;
}

/** @returns whether its input is there */
function handOver(control: Control, isFocused: boolean): boolean {
  const twin = document.getElementById(control.id) as HTMLInputElement | null;
  if (twin === null) return false;
  const { value, checked, selectionStart, selectionEnd } = control as HTMLInputElement;
  twin.focus({ preventScroll: true });
  if (isChanged(control)) {
    // A round button that was left for another does nothing.
    if (checked !== twin.checked) twin.click();
    // React watches the value by a property of its own, which would tell it that nothing is new.
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(twin), 'value')?.set?.call(twin, value);
    for (const type of ['input', 'change']) twin.dispatchEvent(new Event(type, { bubbles: true }));
  }
  if (!isFocused) twin.blur();
  else if (typeof selectionStart === 'number') twin.setSelectionRange(selectionStart, selectionEnd);
  return true;
}
