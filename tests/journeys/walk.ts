import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { faultsUnseenByAxe } from '../support/accessibility-faults.js';

/** Held in the hand: touched, with a finger's pointer. */
export const phone = { width: 390, height: 844, hasTouch: true, isMobile: true };
export const desktop = { width: 1280, height: 900 };

/** Keeps a picture of every screen of a story, and what would keep people from using it. */
export interface Walk {
  /** Looks at the screen as it stands on a phone and on a desktop, and leaves the window as it was. */
  look(page: Page, screen: string): Promise<void>;
  /** What stands on the screens at this moment, for whoever asks why a story broke off. */
  keepLastSight(browser: Browser): Promise<void>;
  /** Everything found so far, each with its screen and width. */
  readonly faults: readonly string[];
}

/** @param story folder below dist/journey/ for the pictures */
export function startWalk(story: string): Walk {
  const folder = join(process.cwd(), 'dist', 'journey', story);
  mkdirSync(folder, { recursive: true });
  const faults: string[] = [];
  let screens = 0;
  return {
    faults,
    async look(page, screen) {
      const before = page.viewportSize();
      const order = String(++screens).padStart(2, '0');
      for (const size of [phone, desktop]) {
        await page.setViewportSize(size);
        await page.evaluate(drawnAnew);
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        const found = await faultsUnseenByAxe(page);
        faults.push(...found.map((fault) => `${screen} at ${size.width} px: ${fault}`));
        const path = join(folder, `${order}-${screen}-${size.width}.png`);
        // The desk keeps its parts in sight and scrolls them by themselves; the portal is one long sheet.
        const fullPage = !page.url().includes('/desk');
        await page.screenshot({ path, fullPage, animations: 'disabled' });
      }
      if (before) await page.setViewportSize(before);
    },
    async keepLastSight(browser) {
      const pages = browser.contexts().flatMap((context) => context.pages());
      for (const [index, page] of pages.entries())
        await page.screenshot({ path: join(folder, `failed-${index}.png`), fullPage: true });
    },
  };
}

/**
 * Runs in the page. The media queries of a new width are told within the next frame, and only then does the desk turn
 * its table into cards; the frame after that one shows them.
 */
function drawnAnew(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}
