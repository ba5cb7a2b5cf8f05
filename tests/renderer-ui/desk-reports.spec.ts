import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { accessibilityFaults, faultsAtBothWidths } from '../support/accessibility-faults.js';
import { launchBrowser, type TestPage } from '../support/browser.js';
import { Seats } from '../support/seats.js';
import { startServer, type TestServer } from '../support/server.js';
import { settled } from '../support/settled.js';

let server: TestServer;
let browser: Browser;
let seats: Seats;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  seats = new Seats(browser, server.url);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const fit = async (page: TestPage) => expect(await faultsAtBothWidths(page)).toEqual([]);

describe('everybody can use', () => {
  it('the statistics, an export that waits to be defined, papers and letters', async () => {
    const page = await seats.of('sato');
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
    const page = await seats.of('nakamura');
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
    const page = await seats.of('kobayashi');
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
