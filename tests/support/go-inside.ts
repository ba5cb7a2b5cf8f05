import type { Page } from 'playwright-core';
import { settled } from './settled.js';

/**
 * Goes to another screen as a link does, without loading the program anew; over when the screen stands there and waits
 * for nothing. Something of ours has to be open already.
 */
export async function goInside(page: Page, address: string): Promise<void> {
  const before = await page.evaluate((to) => {
    const shown = document.querySelector('main')?.innerText ?? '';
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
    return shown;
  }, address);
  // A screen may also send people on, and then perhaps to where they were.
  await page.waitForFunction(
    ([shown, to]) =>
      (document.querySelector('main')?.innerText ?? '') !== shown ||
      location.pathname + location.search !== to,
    [before, address] as const,
  );
  await page.locator('main h1').first().waitFor({ state: 'attached' });
  await page.locator('body:not(:has(.tz-spinner))').waitFor();
  await settled(page);
}
