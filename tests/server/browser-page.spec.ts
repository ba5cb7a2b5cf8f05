import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser, newPage } from '../support/browser.js';
import { freePort } from '../support/ports.js';

const pages: Readonly<Record<string, string>> = {
  '/good': '<!doctype html><html lang="ja"><link rel="icon" href="data:,"><h1>申請</h1>',
  '/inline-script': '<!doctype html><link rel="icon" href="data:,"><script>document.title = "ran"</script>',
  '/missing-script': '<!doctype html><link rel="icon" href="data:,"><script src="/nothing.js"></script>',
  '/outside': '<!doctype html><link rel="icon" href="data:,"><img src="http://outside.invalid/pixel.png">',
};

describe('a page under test', () => {
  let browser: Browser;
  let server: Server;
  let url: string;

  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    server = createServer((request, response) => {
      const page = pages[request.url ?? ''];
      response.writeHead(page === undefined ? 404 : 200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'self'; img-src 'self' data: http:",
      });
      response.end(page);
    }).listen(port, '127.0.0.1');
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  it('is clean when nothing went wrong, and is as wide as a phone when asked', async () => {
    const page = await newPage(browser, { width: 390, height: 844 });
    await page.goto(`${url}/good`);
    expect(await page.locator('h1').textContent()).toBe('申請');
    expect(await page.evaluate(() => [innerWidth, navigator.language])).toEqual([390, 'ja-JP']);
    await expect(page.assertClean()).resolves.toBeUndefined();
  });

  it.each([
    ['/inline-script', 'Content Security Policy'],
    ['/missing-script', '404'],
    ['/outside', 'outside call: http://outside.invalid/pixel.png'],
  ])('%s is not clean: %s', async (path, complaint) => {
    const page = await newPage(browser);
    await page.goto(url + path);
    await expect(page.assertClean()).rejects.toThrow(complaint);
  });

  it('forgives what the spec provokes on purpose', async () => {
    const page = await newPage(browser);
    page.allowComplaints(/404/);
    await page.goto(`${url}/missing-script`);
    await expect(page.assertClean()).resolves.toBeUndefined();
  });
});
