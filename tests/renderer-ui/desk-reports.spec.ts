import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { demoPassword } from '../../src/demo/demo-accounts.js';
import { accessibilityFaults, faultsUnseenByAxe } from '../support/accessibility-faults.js';
import { launchBrowser, newPage, type TestPage } from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';
import { settled } from '../support/settled.js';

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

async function official(login: string): Promise<TestPage> {
  const page = await newPage(browser, { width: 1280 });
  page.allowComplaints(/status of 422/);
  await page.goto(`${server.url}/desk`);
  await page.getByRole('textbox', { name: '職員番号' }).fill(login);
  await page.getByLabel(/^パスワード/).fill(demoPassword);
  await page.getByRole('button', { name: 'サインイン', exact: true }).click();
  await page.getByRole('banner').getByRole('link', { name: 'まとめて処理' }).waitFor();
  return page;
}

/** Fit at the width of a desk with axe, and at that of a phone by what axe does not see. */
async function fit(page: TestPage): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await faultsUnseenByAxe(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
}

describe('everybody can use', () => {
  it('the statistics, an export that waits to be defined, papers and letters', async () => {
    const page = await official('sato');
    for (const [address, title] of [
      ['/desk/statistics', /統計/],
      ['/desk/exports', /書き出し/],
      ['/desk/paper', '紙の申請'],
      ['/desk/letters', '郵便で送るお知らせ'],
    ] as const) {
      await page.goto(`${server.url}${address}`);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await settled(page);
      await fit(page);
    }
    await page.goto(`${server.url}/desk/paper`);
    await page.getByRole('button', { name: '入力を始める' }).click();
    await page.getByRole('link', { name: '手続を選んでください。' }).waitFor();
    expect(await accessibilityFaults(page, 'main')).toEqual([]);
    await page.assertClean();
  });

  it('the log and one of its entries', async () => {
    const page = await official('nakamura');
    await page.goto(`${server.url}/desk/log`);
    await page.getByRole('table').getByRole('link').first().waitFor();
    await fit(page);
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await settled(page);
    await fit(page);
    await page.assertClean();
  });

  it('operations, and officials from a table with what is wrong in it', async () => {
    const page = await official('kobayashi');
    await page.goto(`${server.url}/desk/operations`);
    await page.getByRole('heading', { level: 1, name: '稼働状況' }).waitFor();
    await settled(page);
    await fit(page);
    await page.goto(`${server.url}/desk/staff/import`);
    await page.locator('#import-table').fill('職員番号,氏名,部署\nmori,,どこにもない課\n');
    await page.getByRole('button', { name: /確かめる/ }).click();
    await settled(page);
    await fit(page);
    await page.assertClean();
  });
});
