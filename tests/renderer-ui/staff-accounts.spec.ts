import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { accessibilityFaults } from '../support/accessibility-faults.js';
import { shownCode } from '../support/authenticator.js';
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

async function signedIn(name: string, width: number): Promise<TestPage> {
  const page = await newPage(browser, { width });
  page.allowComplaints(/status of 4(09|22)/);
  await page.goto(`${server.url}/desk`);
  await page.getByRole('button', { name }).click();
  await page.getByRole('button', { name: 'サインイン', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /未割当|自分の担当|すべて/ }).waitFor();
  return page;
}
const heading = (page: TestPage, name: string) => page.getByRole('heading', { level: 1, name });
const button = (page: TestPage, name: string) => page.getByRole('button', { name, exact: true });
async function fit(page: TestPage): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([]);
}

it('an administrator names a team, adds an official to it, and a second one agrees to a role that decides', async () => {
  const first = await signedIn('小林 亮', 1280);
  await first.getByRole('link', { name: '職員', exact: true }).click();
  await first.getByRole('link', { name: '小林 亮' }).waitFor();
  await first.getByRole('link', { name: '部署と班' }).click();
  await button(first, '情報システム課に班を追加する').click();
  await button(first, '保存する').click();
  await first.getByText('名前を入力してください。').waitFor();
  await fit(first);
  await first.getByLabel('名前（日本語）').fill('基盤班');
  await button(first, '保存する').click();
  await first.getByText('「基盤班」を保存しました。').waitFor();
  await button(first, '情報システム課を変更する').click();
  await button(first, '削除する').click();
  await button(first, '情報システム課を削除する').click();
  await first.getByText('先にほかの部署へ移してください。').waitFor();
  await button(first, 'やめる').click();

  await first.getByRole('link', { name: '職員の一覧へ戻る' }).click();
  await first.getByRole('link', { name: '職員を登録する' }).click();
  await button(first, '登録する').click();
  await first.getByRole('link', { name: '職員番号を入力してください。' }).waitFor();
  await first.getByLabel('職員番号').fill('mori');
  await first.getByLabel('氏名').fill('森 千夏');
  await first.getByRole('combobox', { name: '部署' }).selectOption({ label: '総務部 情報システム課' });
  await first.getByLabel('基盤班').check();
  await first.getByLabel('システム管理者').check();
  await button(first, '登録する').click();
  await first.getByText('森 千夏 さんの初期パスワードです。').waitFor();
  await fit(first);
  await button(first, '伝える準備ができました').click();
  await heading(first, '森 千夏').waitFor();
  await first.getByText('付けた本人は確認できません。').waitFor();
  await fit(first);

  const second = await signedIn('加藤 奈緒', 390);
  await second.goto(`${server.url}/desk/staff?state=awaited`);
  await second.getByRole('link', { name: '森 千夏' }).click();
  await button(second, 'システム管理者を確認して有効にする').click();
  await second.getByText('システム管理者を有効にしました。').waitFor();
  await fit(second);
  await second.getByRole('link', { name: '職員の一覧へ戻る' }).click();
  await second.getByRole('link', { name: '部署と班' }).click();
  await button(second, '基盤班を変更する').waitFor();
  await fit(second);
  // Whoever changes the language reads in it what the server said before, too.
  await button(first, 'English').click();
  await first.getByText('General Affairs').first().waitFor();
  await first.assertClean();
  await second.assertClean();
});

it('an official sets up one-time codes, and signs in with one', async () => {
  const page = await signedIn('小林 亮', 1280);
  await page.goto(`${server.url}/desk/account`);
  await heading(page, '自分のアカウント').waitFor();
  await button(page, '設定する').click();
  await page.locator('#codes-currentPassword').fill('tetsuzuki-demo');
  await button(page, '続ける').click();
  const key = (await page.locator('.desk-key').innerText()).trim();
  await fit(page);
  await page.locator('#confirm-code').fill(shownCode(key));
  await button(page, '確かめて設定を終える').click();
  await button(page, '控えました').waitFor();
  await fit(page);
  await button(page, '控えました').click();
  await button(page, '別の端末で設定し直す').waitFor();

  await page.locator('.desk-own summary').last().click();
  await button(page, 'サインアウト').click();
  await page.getByRole('button', { name: '小林 亮' }).click();
  await button(page, 'サインイン').click();
  await heading(page, 'ワンタイムコードの入力').waitFor();
  await button(page, '続ける').click();
  await page.getByText('＊コードを入力してください。').waitFor();
  await fit(page);
  await page.locator('#entering-code').fill(shownCode(key, 1));
  await button(page, '続ける').click();
  await page.locator('.desk-own summary').last().waitFor();
  await page.assertClean();
});
