import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { samplePicture } from '../../src/demo/sample-picture.js';
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

async function signedIn(width: number, kind: 'applicant' | 'staff'): Promise<TestPage> {
  const page = await newPage(browser, { width });
  const who = kind === 'applicant' ? { mail: 'naniwa@example.jp' } : { login: 'sato' };
  await page.request.post(`${server.url}/api/session/${kind}`, {
    data: { ...who, password: 'tetsuzuki-demo' },
    headers: { origin: server.url },
  });
  return page;
}

/** Id of the demo's application for a shop. */
async function applicationOf(page: TestPage, shop: string): Promise<string> {
  const answer = await page.request.get(`${server.url}/api/applications?q=${encodeURIComponent(shop)}`);
  const { applications } = (await answer.json()) as { applications: { id: string }[] };
  return applications[0]?.id ?? '';
}

describe('after submitting', () => {
  it('an applicant asks with a photo from the phone, an official answers, and the answer is announced and read', async () => {
    const phone = await signedIn(390, 'applicant');
    const id = await applicationOf(phone, '新世界');
    await phone.goto(`${server.url}/applications/${id}`);
    await phone.getByRole('link', { name: '担当に質問する' }).click();
    await phone.getByRole('heading', { level: 1, name: 'メッセージ' }).waitFor();
    await phone.getByRole('button', { name: '送信する' }).click();
    await phone.getByText('メッセージを入力してください。').waitFor();
    expect(await accessibilityFaults(phone)).toEqual([]);
    await phone.getByLabel(/担当へのメッセージ/).fill('看板を新しくしました。写真をお送りします。');
    await phone.locator('input[data-picker=file]').setInputFiles({
      name: '看板.png',
      mimeType: 'image/png',
      buffer: samplePicture(2),
    });
    await phone.getByRole('button', { name: '看板.png を外す' }).waitFor();
    await phone.getByText(/送信中/).waitFor({ state: 'hidden' });
    await phone.getByRole('button', { name: '送信する' }).click();
    await phone.getByText('メッセージを送信しました。').waitFor();
    await phone.getByRole('link', { name: '看板.png を保存する' }).waitFor();

    const tanaka = await newPage(browser, { width: 1280 });
    await tanaka.request.post(`${server.url}/api/session/staff`, {
      data: { login: 'tanaka', password: 'tetsuzuki-demo' },
      headers: { origin: server.url },
    });
    await tanaka.goto(`${server.url}/desk?queue=messages`);
    await tanaka.getByText('未読メッセージ 1件').first().waitFor();
    await tanaka.goto(`${server.url}/desk/applications/${id}`);
    await tanaka.getByText('看板を新しくしました。').waitFor();
    await tanaka.getByLabel(/申請者へのメッセージ/).fill('写真を受け取りました。');
    expect(await accessibilityFaults(tanaka)).toEqual([]);
    await tanaka.getByRole('button', { name: '送信する' }).click();
    await tanaka.getByText('メッセージを送信しました。').waitFor();

    await phone.goto(`${server.url}/mailbox`);
    await phone
      .getByText(/メッセージが届いています/)
      .first()
      .waitFor();
    await phone.goto(`${server.url}/applications`);
    await phone.getByText('読んでいないメッセージが1件あります').first().waitFor();
    await phone.goto(`${server.url}/applications/${id}/messages`);
    await phone.getByText('写真を受け取りました。').waitFor();
    await phone.getByText('新着').waitFor();
    await phone.goto(`${server.url}/applications/${id}`);
    await phone.getByRole('button', { name: '閲覧記録を見る' }).click();
    await phone.getByText('商工労働部 経営支援課（決裁者）').waitFor();
    await phone.assertClean();
    await tanaka.assertClean();
  });

  it('a correction shows what it changes, and which request nothing was done about', async () => {
    const page = await signedIn(390, 'applicant');
    const id = await applicationOf(page, '京橋');
    await page.goto(`${server.url}/applications/${id}`);
    await page.getByRole('button', { name: '補正する' }).click();
    await page.getByRole('heading', { level: 1, name: '営業許可' }).waitFor();
    const draft = page.url().replace(/\/[^/]+$/, '');
    await page.goto(`${draft}/confirm`);
    await page.getByRole('heading', { name: '変わるところ（前回 → 今回）' }).waitFor();
    await page.getByText('1番目のお願い：営業許可　有効期間のおわり').waitFor();
    await page.getByText('前回の内容から、まだ何も変わっていません。').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goto(`${draft}/permit`);
    await page.getByRole('heading', { level: 1, name: '営業許可' }).waitFor();
    const year = page.getByLabel(/^年/).last();
    await year.fill('2031');
    await year.blur();
    await page.goto(`${draft}/confirm`);
    const changes = page.getByRole('region', { name: '変わるところ（前回 → 今回）' });
    await changes.getByText('令和13年5月31日（2031年）').waitFor();
    await changes.getByText('令和12年5月31日（2030年）').waitFor();
    await soon(async () => expect(await changes.getByText('1番目のお願い').count()).toBe(0));
    await page.assertClean();
  });

  it.each([
    { width: 390, language: 'ja' },
    { width: 1280, language: 'en' },
  ])('its pages are fit for everybody at $width px in $language', async ({ width, language }) => {
    const page = await signedIn(width, 'applicant');
    const id = await applicationOf(page, '天満');
    await page.goto(server.url);
    await page.evaluate((chosen) => localStorage.setItem('tetsuzuki.language', chosen), language);
    const faults: Record<string, readonly string[]> = {};
    const pages: Readonly<Record<string, string>> = {
      '/applications': '.tz-mine__title',
      '/messages': '.tz-mine__title',
      '/notices': '.tz-notices__item',
      [`/applications/${id}`]: '#readings',
      [`/applications/${id}/messages`]: '.tz-message',
      [`/applications/${id}/receipt`]: '.tz-receipt__pdf a',
    };
    for (const [address, there] of Object.entries(pages)) {
      await page.goto(server.url + address);
      await page.locator(there).first().waitFor();
      faults[address] = await accessibilityFaults(page);
    }
    expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
    await page.assertClean();
  });
});
