import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { accessibilityFaults } from '../support/accessibility-faults.js';
import { launchBrowser, newPage, type TestPage } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { startServer, type TestServer } from '../support/server.js';
import { sight } from '../support/sight.js';
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

/** From the demo's mailbox. */
async function codeTo(mail: string): Promise<string> {
  return eventually(`a code for ${mail}`, async () => {
    const answer = await fetch(`${server.url}/api/mailbox`);
    const { mails } = (await answer.json()) as { mails: { to: string[]; text: string }[] };
    const text = mails.find(({ to }) => to.includes(mail))?.text;
    return /認証コード：(\d{6})/.exec(text ?? '')?.[1];
  });
}

const heading = (page: TestPage, name: string) =>
  page.getByRole('heading', { level: 1, name: new RegExp(`${name}$`) }).waitFor();
const press = (page: TestPage, name: string) => page.getByRole('button', { name, exact: true }).click();

describe.each([390, 1280])('registering at %d px', (width) => {
  const mail = `toroku-${width}@example.jp`;

  it('takes the five steps, mistakes and all, on pages that are fit for everybody', async () => {
    const page = await newPage(browser, { width });
    page.allowComplaints(/422/);
    const faults: Record<string, readonly string[]> = {};
    const look = async (name: string): Promise<void> => {
      faults[name] = await accessibilityFaults(page);
      await sight(page, `${name}-${width}`);
      // On a wide screen the same pieces stand in the same words.
      if (width > 390) return;
      await changeLanguage('English', '日本語');
      faults[`${name} in English`] = await accessibilityFaults(page);
      await sight(page, `${name}-en-${width}`);
      await changeLanguage('日本語', 'English');
    };
    const changeLanguage = async (language: string, other: string): Promise<void> => {
      await press(page, language);
      await page.getByRole('button', { name: other, exact: true }).waitFor();
    };

    await page.goto(server.url);
    if (width < 1024) await press(page, 'メニュー');
    await page.getByRole('link', { name: '新規登録', exact: true }).click();
    await heading(page, '利用者の新規登録');
    await page.getByText('利用者登録でもっと便利に。').waitFor();
    await page.getByText('手続きの申請をいつでも、どこからでも').waitFor();
    await page.getByText('手続きの入力をかんたんに').waitFor();
    await page.getByRole('link', { name: 'ホームに戻る' }).waitFor();
    await look('0-start');
    await press(page, '事業者として登録する');
    await heading(page, '利用規約の確認');
    await page.getByRole('link', { name: 'ホームに戻る' }).waitFor();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await press(page, '利用者の登録を開始する');
    await page.getByText('チェックを入れてください').first().waitFor();
    await look('1-terms');
    await page.getByLabel('利用規約に同意します').check();
    await press(page, '利用者の登録を開始する');

    await heading(page, 'メールアドレスの登録');
    await page.locator('#mail').fill(mail);
    await page.getByLabel('メールアドレス（確認）').fill('x@example.jp');
    await press(page, '登録する');
    await page.getByText('確認のための入力と違います').first().waitFor();
    await look('2-mail');
    await page.getByLabel('メールアドレス（確認）').fill(mail);
    await press(page, '登録する');

    await heading(page, 'メールアドレスの登録完了');
    const code = await codeTo(mail);
    await page.getByLabel('認証コード').fill(code === '111111' ? '222222' : '111111');
    await press(page, '認証コードを確認する');
    await page.getByText('認証コードが違います').first().waitFor();
    await look('3-code');
    await page.getByLabel('認証コード').fill(code);
    await press(page, '認証コードを確認する');

    await heading(page, '利用者情報の入力（事業者）');
    await press(page, '入力内容を確認する');
    await page.getByText('法人名・事業者名を入力してください').first().waitFor();
    await look('4-profile-mistakes');
    await page.getByLabel('法人名・事業者名').fill('株式会社はなまる');
    await page.getByLabel('担当者名').fill('花丸 二郎');
    await page.getByLabel('連絡先電話番号').fill('06-1234-5678');
    await page.reload();
    await heading(page, '利用者情報の入力（事業者）');
    await soon(async () => expect(await page.getByLabel('担当者名').inputValue()).toBe('花丸 二郎'));
    await page.getByLabel('パスワード', { exact: false }).first().fill('Password1');
    await page.getByLabel('パスワード（確認）').fill('Password1');
    await press(page, '入力内容を確認する');
    await page.getByText('推測されやすいため').first().waitFor();
    await page.getByLabel('パスワード', { exact: false }).first().fill('tsukimi-Soba-72');
    await page.getByLabel('パスワード（確認）').fill('tsukimi-Soba-72');
    await look('4-profile');
    await press(page, '入力内容を確認する');

    await heading(page, '入力内容の確認（事業者）');
    await look('5-confirm');
    await page.getByRole('link', { name: '入力に戻る' }).click();
    await heading(page, '利用者情報の入力（事業者）');
    await soon(async () =>
      expect(await page.getByLabel('法人名・事業者名').inputValue()).toBe('株式会社はなまる'),
    );
    await press(page, '入力内容を確認する');
    await heading(page, '入力内容の確認（事業者）');
    await press(page, '登録する');
    await press(page, 'OK');

    await heading(page, '本登録の完了');
    await page.getByText('本登録が完了しました。引き続きサービスをご利用ください。').waitFor();
    await page.getByRole('link', { name: 'ホームに戻る' }).waitFor();
    await look('6-done');
    await page.getByRole('link', { name: 'マイページへ' }).click();
    await heading(page, 'マイページ');
    await soon(async () => expect(await page.evaluate(() => sessionStorage.length)).toBe(0));
    expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
    await page.assertClean();
  });
});

it('a reading is proposed from what is typed before it becomes kanji, and an own one is kept', async () => {
  const page = await newPage(browser, { width: 390 });
  const mail = 'kana@example.jp';
  await page.goto(`${server.url}/register`);
  await press(page, '個人として登録する');
  await page.getByLabel('利用規約に同意します').check();
  await press(page, '利用者の登録を開始する');
  await page.locator('#mail').fill(mail);
  await page.getByLabel('メールアドレス（確認）').fill(mail);
  await press(page, '登録する');
  await heading(page, 'メールアドレスの登録完了');
  await page.getByLabel('認証コード').fill(await codeTo(mail));
  await press(page, '認証コードを確認する');
  await heading(page, '利用者情報の入力（個人）');

  const ime = await page.context().newCDPSession(page);
  const type = async (reading: string, kanji: string): Promise<void> => {
    await page.locator('#name').focus();
    await ime.send('Input.imeSetComposition', {
      text: reading,
      selectionStart: reading.length,
      selectionEnd: reading.length,
    });
    await ime.send('Input.insertText', { text: kanji });
  };
  const kana = page.locator('#name_kana');
  await type('つかもと', '塚本');
  await eventually('the reading', async () => (await kana.inputValue()) === 'ツカモト' || undefined);
  await kana.fill('ヅカモト');
  await type('はなこ', '花子');
  await eventually(
    'the name',
    async () => (await page.locator('#name').inputValue()) === '塚本花子' || undefined,
  );
  await soon(async () => expect(await kana.inputValue()).toBe('ヅカモト'));
});
