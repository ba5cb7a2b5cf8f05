import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { ProcedureFiles } from '#engine';
import { readFolder } from '../../src/procedures/read-folder.js';
import { accessibilityFaults } from '../support/accessibility-faults.js';
import { launchBrowser, newPage, type TestPage } from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';
import { soon } from '../support/soon.js';

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

async function signedIn(name: string): Promise<TestPage> {
  const page = await newPage(browser, { width: 1280 });
  await page.goto(`${server.url}/builder`);
  await page.getByRole('button', { name }).click();
  await button(page, 'サインイン').click();
  await page.getByRole('heading', { level: 1, name: '手続の一覧' }).waitFor();
  await page.getByRole('columnheader', { name: '下書き' }).waitFor();
  return page;
}
const button = (page: TestPage, name: string) => page.getByRole('button', { name, exact: true });
async function fit(page: TestPage): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([]);
}

it('a procedure is begun from a template, shown by a link, agreed to by another, and paused', async () => {
  const author = await signedIn('青木 さくら');
  await fit(author);
  await button(author, '新しい手続を作る').click();
  await button(author, '下書きを作る').click();
  await author.getByText('手続の名前を入力してください。').waitFor();
  await fit(author);
  await author.getByRole('radio', { name: /^給付/ }).check();
  await author.getByRole('textbox', { name: /手続の名前/ }).fill('防犯カメラの補助金');
  await author.getByRole('textbox', { name: /手続ID/ }).fill('camera');
  await button(author, '下書きを作る').click();
  await author.getByRole('link', { name: '公開', exact: true }).click();
  await button(author, 'リンクを作る').click();
  const link = await author.getByLabel('リンク', { exact: true }).inputValue();
  await button(author, '公開を申請する').click();
  await author.getByText('承認者に伝えることを入力してください。').waitFor();
  await fit(author);
  await author.getByRole('textbox', { name: /承認者に伝えること/ }).fill('新しい補助金です。');
  await button(author, '公開を申請する').click();
  await author.getByText('承認 0／1人').waitFor();

  const visitor = await newPage(browser, { width: 390 });
  await visitor.goto(link);
  await visitor.getByRole('heading', { level: 1, name: /防犯カメラの補助金/ }).waitFor();
  await button(visitor, '次のページ').click();
  await visitor.getByText(/このページに、直すところが/).waitFor();
  await fit(visitor);

  const publisher = await signedIn('林 隆');
  await publisher.getByRole('link', { name: '「防犯カメラの補助金」の公開の内容を見る' }).click();
  await button(publisher, '承認する').waitFor();
  await fit(publisher);
  await button(publisher, '承認する').click();
  await publisher.getByText('公開済み').waitFor();
  await publisher.getByRole('link', { name: '手続の一覧' }).first().click();
  await publisher.getByRole('link', { name: '「防犯カメラの補助金」の版と公開' }).first().click();
  await button(publisher, '受付を一時停止する').click();
  await publisher.getByLabel(/日本語/).fill('額を確かめています。');
  await publisher.getByLabel(/英語/).fill('We are checking an amount.');
  await button(publisher, '受付を一時停止する').last().click();
  await publisher.getByText('額を確かめています。').waitFor();
  await fit(publisher);
  await visitor.goto(`${server.url}/procedures/camera`);
  await visitor.getByText('額を確かめています。').first().waitFor();
  await Promise.all([author, publisher, visitor].map((page) => page.assertClean()));
});

it('a rate that changes says for whom of the examples it comes out otherwise, and because of what', async () => {
  const author = await signedIn('青木 さくら');
  await button(author, '「防犯カメラの補助金」の下書きを作る').click();
  await author.getByRole('link', { name: '例', exact: true }).click();
  await button(author, '公開中の版と比べる').click();
  await author.getByText('公開中の版と結果が変わる例はありません。').waitFor();
  await author.getByRole('link', { name: '表', exact: true }).click();
  await author.getByRole('gridcell', { name: '0.75', exact: true }).dblclick();
  await author.getByRole('textbox', { name: /rate/ }).fill('0.5');
  await author.keyboard.press('Enter');
  await author.getByRole('link', { name: '例', exact: true }).click();
  await button(author, '公開中の版と比べる').click();
  const changed = author.getByRole('region', { name: '公開中の版と結果が変わる例' }).getByRole('status');
  await changed.getByText('新設・費用33万円は24万7千円になり、交付が決まる').waitFor();
  await soon(async () => expect(await changed.innerText()).toMatch(/247,000 から 165,000.*rates\.csv/s));
  await soon(async () => expect(await changed.innerText()).not.toContain('取替え'));
  await fit(author);
  await author.assertClean();
});

it('a folder that somebody brings is a draft of the same bytes', async () => {
  const folder = 'procedures/shomei';
  const author = await signedIn('青木 さくら');
  await button(author, '新しい手続を作る').click();
  await author.getByRole('radio', { name: /^ZIPやフォルダーから/ }).check();
  await author.getByLabel('フォルダー', { exact: true }).setInputFiles(folder);
  await author.getByText('取り込むもの：shomei').waitFor();
  await fit(author);
  await button(author, '下書きを作る').click();
  await author.getByRole('tree').waitFor();
  const [, draft = ''] = /drafts\/([\w-]+)/.exec(author.url()) ?? [];
  const answer = await author.request.get(`${server.url}/api/builder/drafts/${draft}`);
  const { files } = (await answer.json()) as { readonly files: ProcedureFiles };
  expect(files).toEqual(await readFolder(folder));
  await author.assertClean();
});
