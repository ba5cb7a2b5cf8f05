import type { Browser, Locator } from 'playwright-core';
import { launchBrowser, type TestPage } from './browser.js';
import { Keyboard } from './keyboard.js';
import { Seats } from './seats.js';
import { startServer, type TestServer } from './server.js';
import { settled } from './settled.js';

export const heading = (page: TestPage, name: RegExp | string): Locator =>
  page.getByRole('heading', { level: 1, name });

/** A server with the demo, and officials who have put the mouse away. */
export class KeyboardDesk {
  private constructor(
    readonly server: TestServer,
    readonly browser: Browser,
    private readonly seats: Seats,
  ) {}

  static async open(): Promise<KeyboardDesk> {
    const [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    return new KeyboardDesk(server, browser, new Seats(browser, server.url));
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
  }

  /** At the queue that opens first. */
  async official(login: string): Promise<Keyboard> {
    const page = await this.seats.of(login);
    await page.goto(`${this.server.url}/desk`);
    await heading(page, /未割当|自分の担当|すべて/).waitFor();
    return new Keyboard(page);
  }

  /** By a link of the header, in the menu of further places where it does not fit. */
  async at(login: string, place: string): Promise<Keyboard> {
    const keys = await this.official(login);
    const { page } = keys;
    const link = page.getByRole('banner').getByRole('link', { name: place, exact: true });
    const more = page.getByRole('banner').locator('summary', { hasText: 'ほかの仕事' });
    await settled(page);
    if (!(await link.isVisible())) await keys.enter(more);
    await keys.enter(link);
    await heading(page, place).waitFor();
    return keys;
  }

  /** Finds a case by a part of its name and opens it. */
  async find(keys: Keyboard, words: string, store: string): Promise<void> {
    const { page } = keys;
    await keys.press('/');
    await page.keyboard.type(words);
    await keys.press('Enter');
    await page.getByRole('row').filter({ hasText: store }).waitFor();
    await keys.press('j', 'Enter');
    await heading(page, store).waitFor();
    await page.getByRole('heading', { level: 3, name: '申請する方' }).waitFor();
  }
}
