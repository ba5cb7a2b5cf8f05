import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { faultsUnseenByAxe } from '../support/accessibility-faults.js';
import { settled } from '../support/settled.js';

/** Held in the hand: touched, with a finger's pointer. */
export const phone = { width: 390, height: 844, hasTouch: true, isMobile: true };
export const desktop = { width: 1280, height: 900 };

/** Remembers what on the screens of a story would keep people from using it, and keeps pictures for whoever asks. */
export interface Walk {
  /** Looks at the screen as it stands on a phone and on a desktop, and leaves the window as it was. */
  look(page: Page, screen: string): Promise<void>;
  /** What stands on the screens at this moment, for whoever asks why a story broke off. */
  keepLastSight(browser: Browser): Promise<void>;
  /** Everything found so far, each with its screen and width. */
  readonly faults: readonly string[];
}

/** @param story folder for the pictures, below SIGHTS if that is set, else below dist/journey/ for a failure alone */
export function startWalk(story: string): Walk {
  const { SIGHTS } = process.env;
  const folder = join(SIGHTS ?? join(process.cwd(), 'dist', 'journey'), story);
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
        const found = await faultsUnseenByAxe(page);
        faults.push(...found.map((fault) => `${screen} at ${size.width} px: ${fault}`));
        if (SIGHTS === undefined) continue;
        const path = join(folder, `${order}-${screen}-${size.width}.png`);
        // The desk keeps its parts in sight and scrolls them by themselves; the portal is one long sheet.
        const fullPage = !page.url().includes('/desk');
        await page.screenshot({ path, fullPage, animations: 'disabled' });
      }
      if (before) await page.setViewportSize(before);
      await settled(page);
    },
    async keepLastSight(browser) {
      const pages = browser.contexts().flatMap((context) => context.pages());
      for (const [index, page] of pages.entries())
        await page.screenshot({ path: join(folder, `failed-${index}.png`), fullPage: true });
    },
  };
}
