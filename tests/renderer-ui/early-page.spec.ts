import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser, newPage, type TestPage } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { startServer, type TestServer } from '../support/server.js';
import { soon } from '../support/soon.js';

/** What draws the portal; without it a page is what the server wrote. */
const PROGRAM = /\/assets\/shell-[^/]*\.js$/;

describe('the page of a draft, while its program is on the line', () => {
  let server: TestServer;
  let browser: Browser;
  let page: TestPage;
  let draft: string;
  let arrive: () => void;
  beforeAll(async () => {
    server = await startServer({ env: { PROCEDURES_DIR: 'tests/renderer-ui/procedures' } });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  beforeEach(async () => {
    page = await newPage(browser, { width: 390 });
    const headers = { origin: server.url };
    const data = { mail: 'naniwa@example.jp', password: 'tetsuzuki-demo' };
    await page.request.post(`${server.url}/api/session/applicant`, { data, headers });
    const wishes = { procedureId: 'every-field', another: true };
    const started = await page.request.post(`${server.url}/api/drafts`, { data: wishes, headers });
    draft = ((await started.json()) as { id: string }).id;
    const arrival = new Promise<void>((resolve) => (arrive = resolve));
    await page.route(PROGRAM, async (route) => {
      await arrival;
      await route.continue();
    });
  });
  afterEach(async () => {
    arrive();
    await page.context().close();
  });

  const open = (step: string) => page.goto(`${server.url}/drafts/${draft}/${step}`, { waitUntil: 'commit' });
  const box = (id: string) => page.locator(`[id="${id}"]`);
  const programIsHere = () => page.locator('.tz-step [type=submit]:enabled').waitFor();
  const saved = async (name: string): Promise<unknown> => {
    const answer = await page.request.get(`${server.url}/api/drafts/${draft}`);
    return ((await answer.json()) as { answers: Record<string, unknown> }).answers[name];
  };
  /** All there is to read and to fill in, but for where the answers are. */
  const seen = () =>
    page.locator('#root').evaluate((root) => {
      const copy = root.cloneNode(true) as HTMLElement;
      for (const status of copy.querySelectorAll('.tz-save, .tz-hidden, .tz-spinner')) status.remove();
      const controls = [...copy.querySelectorAll('input:not([type=file]), select, textarea')];
      const described = (one: Element) =>
        ['id', 'type', 'class', 'aria-describedby', 'aria-required'].map((name) => one.getAttribute(name));
      return { words: copy.textContent?.replace(/\s+/g, ' '), controls: controls.map(described) };
    });

  // A list gets its first row from the program.
  it.each(['words', 'amounts', 'choices', 'place', 'papers'])(
    'is what the program will draw: %s',
    async (step) => {
      await open(step);
      await page.locator('.tz-page-form').waitFor();
      const early = await seen();
      arrive();
      await programIsHere();
      await soon(async () => expect(await seen()).toEqual(early));
      await page.assertClean();
    },
  );

  it('takes what is typed, and the program goes on with it at the same letter', async () => {
    await open('words');
    await box('words.lines').fill('屋台');
    await box('words.line').click();
    await page.keyboard.type('みなと祭');
    await page.keyboard.press('ArrowLeft');
    arrive();
    await programIsHere();
    await page.keyboard.type('の');
    await soon(async () => expect(await box('words.line').inputValue()).toBe('みなとの祭'));
    await eventually('both are saved', async () => {
      const now = JSON.stringify(await saved('words'));
      return now === JSON.stringify({ line: 'みなとの祭', lines: '屋台' }) || undefined;
    });
    await page.assertClean();
  });

  it('takes what is chosen and ticked', async () => {
    await open('choices');
    await page.getByRole('radio').nth(1).check();
    await box('choices.ward').selectOption({ index: 2 });
    await page.getByRole('checkbox').first().check();
    arrive();
    await programIsHere();
    await eventually('all three are saved', async () => {
      const now = (await saved('choices')) as Record<string, unknown> | undefined;
      return (now?.['kind'] && now['ward'] && Object.keys(now).length === 3) || undefined;
    });
    await soon(async () => expect(await page.getByRole('radio').nth(1).isChecked()).toBe(true));
    await soon(async () => expect(await page.locator('[aria-invalid=true]').count()).toBe(0));
  });

  it('is left in peace until a word that an input method holds is whole', async () => {
    await open('words');
    await box('words.line').focus();
    const keys = await page.context().newCDPSession(page);
    // What runs ahead of the program has run.
    const ahead = await page.locator('script[src*="/engine-"]').getAttribute('src');
    await page.evaluate(async (file) => void (await import(file ?? '')), ahead);
    await keys.send('Input.imeSetComposition', { text: 'おおさ', selectionStart: 3, selectionEnd: 3 });
    const program = page.waitForResponse(PROGRAM);
    arrive();
    await program;
    await keys.send('Input.imeSetComposition', { text: 'おおさか', selectionStart: 4, selectionEnd: 4 });
    await keys.send('Input.insertText', { text: '大阪' });
    await programIsHere();
    await soon(async () => expect(await box('words.line').inputValue()).toBe('大阪'));
  });

  it('can send nothing yet, and leads nowhere: not by a button, a link or the enter key', async () => {
    await open('words');
    await box('words.line').fill('祭り');
    await box('words.line').press('Enter');
    await soon(async () => expect(await page.locator('form').count()).toBe(0));
    await soon(async () => expect(await page.locator('button:enabled').count()).toBe(0));
    await page.locator('.tz-header__home').click({ force: true });
    expect(page.url()).toBe(`${server.url}/drafts/${draft}/words`);
    await soon(async () => expect(await box('words.line').inputValue()).toBe('祭り'));
  });

  it('is in English for those who read English, and takes what they type', async () => {
    await page.context().addCookies([{ name: 'tetsuzuki.language', value: 'en', url: server.url }]);
    await page.addInitScript(() => localStorage.setItem('tetsuzuki.language', 'en'));
    await open('words');
    await page.getByText('You can type already').last().waitFor();
    await soon(async () => expect(await page.locator('html').getAttribute('lang')).toBe('en'));
    await box('words.line').fill('harbour');
    const early = await seen();
    arrive();
    await programIsHere();
    await soon(async () => expect(await seen()).toEqual(early));
    await soon(async () => expect(await box('words.line').inputValue()).toBe('harbour'));
    await page.assertClean();
  });

  it('is not in English for the next who reads Japanese', async () => {
    const read = (language: string) =>
      page.request
        .get(`${server.url}/drafts/${draft}/words`, {
          headers: { cookie: `${cookie}; tetsuzuki.language=${language}` },
        })
        .then((answer) => answer.text());
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const pages = await Promise.all(['en', 'ja', 'en', 'ja'].map(read));
    expect(pages.map((text) => text.includes('You can type already'))).toEqual([true, false, true, false]);
    expect(pages.map((text) => text.includes('もう入力できます'))).toEqual([false, true, false, true]);
  });
});
