import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser, newPage, type TestPage } from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';
import { accessibilityFaults } from '../support/accessibility-faults.js';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function awayPage(width: number): Promise<TestPage> {
  const page = await newPage(browser, { width });
  await page.goto(`${server.url}/desk`);
  await page.getByRole('button', { name: '田中 律子' }).click();
  await page.getByRole('button', { name: 'サインイン', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /未割当|自分の担当|すべて/ }).waitFor();
  await page.goto(`${server.url}/desk/absence`);
  await page.getByRole('heading', { level: 2, name: '不在を登録する' }).waitFor();
  return page;
}

it.each([1280, 390])(
  'at %i px an official says when they are away and who stands in, and takes it back',
  async (width) => {
    const page = await awayPage(width);
    const substitute = page.getByLabel('代理の職員');

    await page.getByLabel('最初の日').fill('2031-08-14');
    await page.getByLabel('最後の日').fill('2031-08-10');
    await page.getByRole('button', { name: '登録する' }).click();
    await page.getByText('最後の日は、最初の日と同じか、それより後の日にしてください。').first().waitFor();
    await page.getByRole('link', { name: '代理の職員を選んでください。' }).waitFor();

    await page.getByLabel('最後の日').fill('2031-08-16');
    await substitute.selectOption({ label: '鈴木 恵（商工労働部 協力金審査班）' });
    await page.getByRole('button', { name: '登録する' }).click();
    await page.getByText('代理：鈴木 恵（商工労働部 協力金審査班）').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByRole('button', { name: /2031年8月14日.*の不在を取り消す/ }).click();
    await page.getByText('登録した不在はありません。').waitFor();
    await page.assertClean();
  },
);
