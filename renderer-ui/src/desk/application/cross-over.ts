let left: Element | null = null;

/**
 * By the keyboard: from the answers to the state of the review, which stands behind hundreds of stops of the Tab key, and
 * back to where one was.
 */
export function crossOver(): void {
  const [answers, review] = [document.getElementById('desk-answers'), document.getElementById('desk-rail')];
  const here = document.activeElement;
  if (!review?.contains(here)) {
    left = here;
    review?.focus();
    review?.scrollIntoView({ block: 'nearest' });
    return;
  }
  const back = left instanceof HTMLElement && left.isConnected && left !== document.body ? left : answers;
  back?.focus();
  back?.scrollIntoView({ block: 'nearest' });
}
