import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
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

const title = (page: TestPage, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

describe('somebody who only wants to know', () => {
  it('finds a procedure by kana, reads it and its questions, and sends the result of the check to others', async () => {
    const page = await newPage(browser, { width: 390 });
    await page.goto(server.url);
    await page.getByLabel('手続きをさがす').fill('しんせい　すてっかー');
    await page.getByRole('button', { name: 'さがす' }).click();
    await title(page, '手続き一覧').waitFor();
    await page.getByText('1件の手続き').waitFor();
    // Whoever searches on stays in the box.
    const box = page.getByRole('searchbox');
    await box.fill('ステッカー');
    await box.press('Enter');
    await soon(async () => expect(new URL(page.url()).searchParams.get('q')).toBe('ステッカー'));
    await page.locator(':focus').and(box).waitFor();
    await page.getByRole('button', { name: '条件でしぼる' }).click();
    await page.getByLabel('個人', { exact: true }).check();
    await page.getByRole('heading', { name: '条件に合う手続きはありませんでした' }).waitFor();
    expect(new URL(page.url()).searchParams.get('for')).toBe('individual');
    await page.getByRole('button', { name: /条件を外して、このことばだけでさがす（1件）/ }).click();
    await page.getByRole('link', { name: '感染防止認証ゴールドステッカー 交付申請' }).click();
    await title(page, /ゴールドステッカー/).waitFor();
    await page.getByText('（過去90日に決まった12件）').waitFor();

    await page.getByRole('link', { name: '質問を事前に見る', exact: true }).click();
    await title(page, /質問の一覧/).waitFor();
    await page.getByText('「基準20の取り組みの方法」が「カラオケの利用を止めている」以外のとき').waitFor();
    await page.getByRole('link', { name: '手続きの案内に戻る' }).click();

    await page.getByRole('link', { name: '対象になりそうか、先に確かめる' }).click();
    const dining = page.getByRole('group', { name: /お店の中で飲食を提供していますか/ });
    await dining.getByLabel('はい').check();
    await page
      .getByRole('group', { name: /フードコートの中の店ですか/ })
      .getByLabel('はい')
      .check();
    await page.getByText('当てはまらない条件があるようです').waitFor();

    const friend = await newPage(browser, { width: 1280 });
    await friend.goto(page.url());
    await friend.getByText('当てはまらない条件があるようです').waitFor();
    await soon(async () =>
      expect(
        await friend
          .getByRole('group', { name: /フードコート/ })
          .getByLabel('はい')
          .isChecked(),
      ).toBe(true),
    );
    await friend.getByText('フードコートの店は、この手続では申請できません。').waitFor();
    await page.assertClean();
    await friend.assertClean();
  });
});
