import type { Browser } from 'playwright-core';
import { demoPassword } from '../../src/demo/demo-accounts.js';
import { newPage, type TestPage } from './browser.js';

const desktop = { width: 1280, height: 900 };

/** The desks of a spec: whoever sat down once goes on at the same page, as officials do all day. */
export class Seats {
  private readonly taken = new Map<string, TestPage>();

  constructor(
    private readonly browser: Browser,
    private readonly url: string,
  ) {}

  /** An official of the demo, signed in, at 1280 pixels; where the page stands is whatever they did before. */
  async of(login: string): Promise<TestPage> {
    const page = this.taken.get(login) ?? (await this.sit(login));
    this.taken.set(login, page);
    await page.setViewportSize(desktop);
    return page;
  }

  private async sit(login: string): Promise<TestPage> {
    const page = await newPage(this.browser, desktop);
    const answer = await page.request.post(`${this.url}/api/session/staff`, {
      headers: { origin: this.url },
      data: { login, password: demoPassword },
    });
    if (!answer.ok()) throw new Error(`${login} was not signed in: ${answer.status()}`);
    return page;
  }
}
