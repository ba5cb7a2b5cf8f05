import { join } from 'node:path';
import type { Page } from 'playwright-core';

/**
 * A picture of the whole page for people to look at, in the folder that SIGHTS names; nothing where it names none.
 * Waits for the fonts that phones get last: this machine may have no Japanese ones of its own.
 */
export async function sight(page: Page, name: string): Promise<void> {
  const { SIGHTS } = process.env;
  if (SIGHTS === undefined) return;
  await page.waitForFunction(() => document.fonts.size > 0 && document.fonts.status === 'loaded');
  await page.screenshot({ path: join(SIGHTS, `${name}.png`), fullPage: true });
}
