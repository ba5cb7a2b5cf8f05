import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { demoPassword } from '../../src/demo/demo-accounts.js';
import { launchBrowser, newPage, type TestPage } from '../support/browser.js';
import { Seats } from '../support/seats.js';
import { startServer, type TestServer } from '../support/server.js';
import { settled } from '../support/settled.js';
import { soon } from '../support/soon.js';

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

/** Tab until the focus is there. Whoever has no mouse has no more patience than this either. */
async function tabTo(page: TestPage, target: Locator, most = 60): Promise<void> {
  await settled(page);
  for (let stops = 0; stops < most; stops += 1) {
    if ((await target.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Not reached by ${most} presses of Tab: ${target.toString()}`);
}

async function press(page: TestPage, ...keys: readonly string[]): Promise<void> {
  await settled(page);
  for (const key of keys) await page.keyboard.press(key);
}

async function choose(page: TestPage, label: RegExp): Promise<void> {
  const chosen = (): Promise<string> =>
    page.locator('select:focus').evaluate((box: HTMLSelectElement) => box.selectedOptions[0]?.label ?? '');
  const first = await chosen();
  for (let now = first; !label.test(now); now = await chosen()) {
    await page.keyboard.press('ArrowDown');
    if ((await chosen()) === now) throw new Error(`No such choice: ${label.source}`);
  }
}

const heading = (page: TestPage, name: RegExp | string): Locator =>
  page.getByRole('heading', { level: 1, name });

/** At the queue that opens first. */
async function official(login: string): Promise<TestPage> {
  const page = await seats.of(login);
  await page.goto(`${server.url}/desk`);
  await heading(page, /未割当|自分の担当|すべて/).waitFor();
  return page;
}

/** Finds a case by a part of its name and opens it. */
async function find(page: TestPage, words: string, store: string): Promise<void> {
  await press(page, '/');
  await page.keyboard.type(words);
  await press(page, 'Enter');
  await page.getByRole('row').filter({ hasText: store }).waitFor();
  await press(page, 'j', 'Enter');
  await heading(page, store).waitFor();
  await page.getByRole('heading', { level: 3, name: '申請する方' }).waitFor();
}

const focused = (page: TestPage, target: Locator) =>
  soon(async () => expect(await target.and(page.locator(':focus')).count()).toBe(1));

describe('without a mouse', () => {
  it('one signs in', async () => {
    const page = await newPage(browser);
    await page.goto(`${server.url}/desk`);
    await tabTo(page, page.getByRole('textbox', { name: '職員番号' }));
    await page.keyboard.type('sato');
    await press(page, 'Tab');
    await page.keyboard.type(demoPassword);
    await press(page, 'Enter');
    await heading(page, /未割当|自分の担当|すべて/).waitFor();
    await page.assertClean();
    await page.context().close();
  });

  it('a case is found, taken, marked answer by answer, and sent on to the next stage', async () => {
    const page = await official('sato');
    await find(page, '梅田', 'なにわ酒場 梅田店');

    await press(page, 's');
    const rail = page.getByRole('region', { name: '審査の状況' });
    await focused(page, rail);
    await tabTo(page, page.getByRole('button', { name: '担当する', exact: true }), 10);
    await press(page, 'Enter');
    await page.getByText('佐藤 健').first().waitFor();

    // From the first answer that has no mark yet.
    await page.locator('[data-mark]').first().waitFor();
    await press(page, 'c');
    await focused(page, page.locator('[data-mark="checked"]').first());
    await press(page, 'c');
    await soon(async () =>
      expect(await page.locator('[data-mark="checked"][aria-pressed="true"]').count()).toBe(1),
    );
    await press(page, 'd');
    const note = page.getByRole('textbox', { name: /何が足りないか、どう直すか/ });
    await focused(page, note);
    await page.keyboard.type('許可証のとおりに直してください。');
    await tabTo(page, page.getByRole('button', { name: '印を付ける' }), 3);
    await press(page, 'Enter');
    await soon(async () =>
      expect(await page.locator('[data-mark="defect"][aria-pressed="true"]').count()).toBe(1),
    );

    // To the state and back to where one was.
    const place = await page.evaluate(() => document.activeElement?.outerHTML);
    await press(page, 's');
    await focused(page, rail);
    await press(page, 's');
    await soon(async () => expect(await page.evaluate(() => document.activeElement?.outerHTML)).toBe(place));

    await press(page, 'a');
    await tabTo(page, page.getByRole('button', { name: '二次審査へ進める' }), 4);
    await press(page, 'Enter');
    const dialog = page.getByRole('dialog', { name: '二次審査へ進める' });
    await dialog.waitFor();
    await tabTo(page, dialog.getByRole('button', { name: '二次審査へ進める' }), 10);
    await press(page, 'Enter');
    await page.getByText('「二次審査へ進める」を行いました。').waitFor();
    await press(page, 'q');
    await heading(page, '「梅田」の検索結果').waitFor();
    await page.assertClean();
  });

  it('a correction is asked for, point by point', async () => {
    const page = await official('sato');
    await find(page, '真田山', 'はなれ屋 真田山');
    await press(page, 'a');
    await tabTo(page, page.getByRole('button', { name: '補正を求める' }), 4);
    await press(page, 'Enter');
    await tabTo(page, page.getByRole('checkbox', { name: /有効期間のおわり/ }), 200);
    await press(page, 'Space');
    await press(page, 'a');
    await tabTo(page, page.getByRole('button', { name: '依頼の文面へ' }), 4);
    await press(page, 'Enter');
    await tabTo(page, page.getByRole('textbox', { name: /何を、どう直すか/ }), 12);
    await page.keyboard.type('許可証に書かれた日を入力してください。');
    await tabTo(page, page.getByRole('button', { name: '内容を確認する' }), 8);
    await press(page, 'Enter');
    const dialog = page.getByRole('dialog', { name: '補正を求める' });
    await dialog.waitFor();
    await tabTo(page, dialog.getByRole('button', { name: '補正を求める' }), 12);
    await press(page, 'Enter');
    await page.getByText('「補正を求める」を行いました。').waitFor();
    await page.assertClean();
  });

  it('a case is handed over, and one is put on hold with its date', async () => {
    const page = await official('suzuki');
    await find(page, '新世界', '串かつ なにわ 新世界店');
    await press(page, 's');
    const handOver = page.getByRole('button', { name: 'ほかの職員に割り当てる' });
    await tabTo(page, handOver, 10);
    await press(page, 'Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, page.getByRole('combobox', { name: /新しい担当者/ }), 6);
    await choose(page, /田中 律子/);
    await press(page, 'Tab');
    await page.keyboard.type('売上の台帳を見てください。');
    await tabTo(page, page.getByRole('button', { name: '割り当てる', exact: true }), 4);
    await press(page, 'Enter');
    await page.getByRole('region', { name: '状況', exact: true }).getByText('田中 律子').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await focused(page, handOver);

    await find(page, '天満', '立呑み なにわ 天満店');
    await press(page, 'a');
    await tabTo(page, page.getByRole('button', { name: '保留にする' }), 12);
    await press(page, 'Enter');
    const dialog = page.getByRole('dialog', { name: '保留にする' });
    await tabTo(page, dialog.getByLabel(/保留の理由/), 6);
    await page.keyboard.type('税務署への照会の回答を待っている。');
    await tabTo(page, dialog.getByLabel(/見直し日/), 6);
    // Three parts of one box, in an order that is the browser's: each by its arrows, to February of next year.
    for (let part = 0; part < 3; part += 1) await press(page, 'ArrowUp', 'ArrowUp', 'ArrowRight');
    await soon(async () => expect(await dialog.getByLabel(/見直し日/).inputValue()).toMatch(/^\d{4}-02-02$/));
    await press(page, 'Enter');
    await page.getByText('税務署への照会の回答を待っている。').first().waitFor();
    await page.assertClean();
  });

  it('cases of a queue are chosen and given to somebody together, and the next one is opened', async () => {
    const page = await official('sato');
    await tabTo(page, page.getByRole('link', { name: /^書類審査/ }), 80);
    await press(page, 'Enter');
    await heading(page, /書類審査/).waitFor();
    await page.locator('[data-row]').nth(1).waitFor();
    await press(page, 'j', 'x', 'j', 'Shift+X');
    await page.getByText('2件を選択中').waitFor();
    await press(page, 'a');
    await focused(page, page.getByRole('button', { name: '選んだ申請をまとめて処理' }));
    await press(page, 'Enter');
    await page.getByLabel('行う操作').waitFor();
    await tabTo(page, page.getByLabel('行う操作'), 12);
    await choose(page, /担当を割り振る/);
    await tabTo(page, page.getByRole('checkbox', { name: /佐藤 健/ }), 12);
    await press(page, 'Space');
    await tabTo(page, page.getByRole('button', { name: '結果の見込みを確かめる' }), 12);
    await press(page, 'Enter');
    await page.getByRole('heading', { name: '2. 結果の見込み' }).waitFor();
    await tabTo(page, page.getByRole('button', { name: '2件を実行する' }), 20);
    await press(page, 'Enter');
    await page.getByRole('button', { name: '取り消す' }).waitFor();

    await press(page, '/');
    await page.keyboard.type('なにわ');
    await press(page, 'Enter');
    await page.locator('[data-row]').nth(1).waitFor();
    await press(page, 'j', 'Enter');
    await page.getByRole('heading', { level: 3, name: '申請する方' }).waitFor();
    const first = await page.locator('h1').innerText();
    await press(page, 'n');
    await soon(async () => expect(await page.locator('h1').innerText()).not.toBe(first));
    await page.assertClean();
  });
});
