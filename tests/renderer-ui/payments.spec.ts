import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { accessibilityFaults } from '../support/accessibility-faults.js';
import { launchBrowser, newPage, type TestPage } from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';

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

async function accountant(name: string): Promise<TestPage> {
  const page = await newPage(browser, { width: 1280 });
  page.allowComplaints(/status of 4(09|22)/);
  await page.goto(`${server.url}/desk`);
  await page.getByRole('button', { name }).click();
  await page.getByRole('button', { name: 'サインイン', exact: true }).click();
  await page.getByRole('link', { name: '支払', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '支払' }).waitFor();
  return page;
}
const button = (page: TestPage, name: string) => page.getByRole('button', { name, exact: true });
const open = (page: TestPage, state: string) =>
  page.getByRole('row').filter({ hasText: state }).getByRole('link').first().click();

it('one accountant judges the warnings of a batch, and another releases it and makes its file', async () => {
  const ito = await accountant('伊藤 翼');
  await open(ito, '確認中');
  await ito.getByText('確かめていない注意が').waitFor();
  expect(await accessibilityFaults(ito)).toEqual([]);
  for (const left of ['2', '1', null]) {
    await button(ito, '認める').first().click();
    const dialog = ito.getByRole('dialog');
    await dialog.getByLabel('認める理由').fill('代表者の口座と、電話で確かめた。');
    await dialog.getByRole('button', { name: '認める' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await (left === null
      ? button(ito, '確認を終えて承認に回す').waitFor()
      : ito.getByText(`確かめていない注意が${left}件`).waitFor());
  }
  await button(ito, '確認を終えて承認に回す').click();
  await ito.getByText('あなたはこの支払を承認できません。').waitFor();
  expect(await accessibilityFaults(ito)).toEqual([]);
  const address = ito.url();

  const matsumoto = await accountant('松本 由美');
  await matsumoto.goto(address);
  await matsumoto.getByRole('button', { name: /の支払を承認する/ }).click();
  await button(matsumoto, '振込データを作る').click();
  await matsumoto
    .getByRole('link', { name: /を保存$/ })
    .first()
    .waitFor();
  expect(await accessibilityFaults(matsumoto)).toEqual([]);
});
