import { afterAll, beforeAll, expect, it } from '@jest/globals';
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
    const texts = mails.filter(({ to }) => to.includes(mail)).map(({ text }) => text);
    return texts.map((text) => /認証コード：(\d{6})/.exec(text)?.[1]).find(Boolean);
  });
}

const heading = (page: TestPage, name: string) =>
  page.getByRole('heading', { level: 1, name: new RegExp(`${name}$`) }).waitFor();
const press = (page: TestPage, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Remembers what is wrong with each screen, and keeps a picture where somebody wants to look. */
function looker(page: TestPage, width: number) {
  const faults: Record<string, readonly string[]> = {};
  return {
    faults,
    async look(name: string): Promise<void> {
      faults[name] = await accessibilityFaults(page);
      await sight(page, `account-${name}-${width}`);
    },
  };
}

async function signIn(
  page: TestPage,
  mail: string,
  password: string,
  words = { mail: 'メールアドレス（利用者ID）', password: 'パスワード', submit: 'ログインする' },
) {
  await page.goto(`${server.url}/sign-in?next=/account`);
  await page.getByLabel(words.mail).fill(mail);
  await page.getByLabel(words.password, { exact: false }).first().fill(password);
  await press(page, words.submit);
}

it('a person keeps their account on a phone: other hat, password, address, devices, and the way out', async () => {
  const page = await newPage(browser, { width: 390 });
  page.allowComplaints(/4(09|22)/);
  const { faults, look } = looker(page, 390);
  const mail = 'kitano@example.jp';
  await signIn(page, mail, 'tetsuzuki-demo');
  await heading(page, '利用者情報');
  await look('overview');

  await page.goto(`${server.url}/procedures/jitan-9`);
  await page.getByText('この手続きは事業者の方向けです').waitFor();
  await look('wrong-hat');
  await page.getByRole('link', { name: '事業者としても登録する' }).click();
  await heading(page, '事業者としても使う');
  await press(page, '保存する');
  await page.getByText('法人名・事業者名を入力してください').first().waitFor();
  await look('add-mistakes');
  await page.getByLabel('法人名・事業者名').fill('喫茶キタノ');
  await page.getByLabel('郵便番号').fill('530-0012');
  await eventually('the address', async () =>
    (await page.getByLabel('所在地').inputValue()).startsWith('大阪府大阪市北区') ? true : undefined,
  );
  await page.getByLabel('担当者名').fill('北野 春香');
  await press(page, '保存する');
  await page.getByText('登録しました。').waitFor();

  await press(page, '切り替える');
  await look('hats');
  await page.getByRole('button', { name: '事業者：喫茶キタノ' }).click();
  await page.getByText('事業者「喫茶キタノ」として利用しています').waitFor();
  await look('overview-two');
  await page.goto(`${server.url}/procedures/jitan-9`);
  await page.getByRole('button', { name: '申請をはじめる' }).waitFor();
  await soon(async () => expect(await page.getByText('この手続きは事業者の方向けです').count()).toBe(0));

  await page.goto(`${server.url}/account/password`);
  await heading(page, 'パスワード');
  await press(page, 'パスワードを変更する');
  await page.getByText('いまのパスワードを入力してください').first().waitFor();
  await look('password');
  await page.getByLabel('いまのパスワード').fill('tetsuzuki-demo');
  await page.locator('#password').fill('tsukimi-Soba-72');
  await page.locator('#passwordAgain').fill('tsukimi-Soba-72');
  await press(page, 'パスワードを変更する');
  await page.getByText('パスワードを変更しました').waitFor();

  await page.goto(`${server.url}/account/mail`);
  await page.getByLabel('新しいメールアドレス', { exact: false }).first().fill('kitano2@example.jp');
  await page.getByLabel('新しいメールアドレス（確認）').fill('kitano2@example.jp');
  await page.getByLabel('いまのパスワード').fill('tsukimi-Soba-72');
  await look('mail');
  await press(page, '認証コードを送る');
  await heading(page, '新しいメールアドレスの確認');
  await look('mail-code');
  await page.getByLabel('認証コード').fill(await codeTo('kitano2@example.jp'));
  await press(page, '認証コードを確認する');
  await page.getByText('メールアドレスを kitano2@example.jp に変更しました').waitFor();

  const elsewhere = await newPage(browser, { width: 1280 });
  await signIn(elsewhere, 'kitano2@example.jp', 'tsukimi-Soba-72');
  await heading(elsewhere, '利用者情報');
  await page.goto(`${server.url}/account/sessions`);
  await page.getByRole('button', { name: 'この端末のほかを、すべてログアウトさせる' }).waitFor();
  await look('sessions');
  await press(page, 'この端末のほかを、すべてログアウトさせる');
  await page.getByText('ログイン中の端末は、この端末だけです').waitFor();
  await elsewhere.reload();
  await heading(elsewhere, 'ログイン');
  await elsewhere.context().close();

  await page.goto(`${server.url}/account/news`);
  await page.getByLabel('希望する', { exact: true }).check();
  await look('news');
  await press(page, '保存する');
  await page.getByText('保存しました').waitFor();

  await page.goto(`${server.url}/account/close`);
  await page.getByText('退会できません').waitFor();
  await look('close-blocked');
  expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
  await page.assertClean();
});

it('who forgot the password sets a new one, and who leaves is told what happens, in English on a desktop', async () => {
  const page = await newPage(browser, { width: 1280 });
  page.allowComplaints(/4(01|09|22)/);
  const { faults, look } = looker(page, 1280);
  const mail = 'leaving@example.jp';
  await page.goto(`${server.url}/register`);
  await press(page, '個人として登録する');
  await page.getByLabel('利用規約に同意します').check();
  await press(page, '利用者の登録を開始する');
  await page.locator('#mail').fill(mail);
  await page.reload();
  await heading(page, 'メールアドレスの登録');
  await soon(async () => expect(await page.locator('#mail').inputValue()).toBe(mail));
  await page.getByLabel('メールアドレス（確認）').fill(mail);
  await press(page, '登録する');
  await heading(page, 'メールアドレスの登録完了');
  await page.getByLabel('認証コード').fill(await codeTo(mail));
  await press(page, '認証コードを確認する');
  await heading(page, '利用者情報の入力（個人）');
  await page.getByLabel('氏名', { exact: false }).first().fill('塚本 花子');
  await page.getByLabel('氏名（カナ）').fill('ツカモト ハナコ');
  await page.getByLabel('生年月日').fill('1984-02-29');
  await page.getByLabel('電話番号').fill('0669410351');
  await page.locator('#password').fill('tsukimi-Soba-72');
  await page.locator('#passwordAgain').fill('tsukimi-Soba-72');
  await press(page, '入力内容を確認する');
  await press(page, '登録する');
  await press(page, 'OK');
  await heading(page, '本登録の完了');
  await press(page, 'ログアウト');

  await page.goto(`${server.url}/sign-in`);
  await press(page, 'English');
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await heading(page, 'Set a new password');
  await press(page, 'Send the code');
  await page.getByText('Enter an e-mail address').first().waitFor();
  await look('reset');
  const forgotten = 'naniwa@example.jp';
  await page.getByLabel('E-mail address (user ID)').fill(forgotten);
  await press(page, 'Send the code');
  await heading(page, 'Enter the code');
  await look('reset-code');
  const code = await eventually('the code', async () => {
    const answer = await fetch(`${server.url}/api/mailbox`);
    const { mails } = (await answer.json()) as { mails: { to: string[]; text: string }[] };
    return mails
      .filter(({ to }) => to.includes(forgotten))
      .map(({ text }) => /Code: (\d{6})/.exec(text)?.[1])
      .find(Boolean);
  });
  await page.getByLabel('Code').fill(code);
  await press(page, 'Check the code');
  await heading(page, 'Enter a new password');
  await page.locator('#password').fill('momiji-Udon-81');
  await page.locator('#passwordAgain').fill('momiji-Udon-81');
  await look('reset-password');
  await press(page, 'Set the password');
  await heading(page, 'Your password is set');
  await look('reset-done');

  await signIn(page, mail, 'tsukimi-Soba-72', {
    mail: 'E-mail address (user ID)',
    password: 'Password',
    submit: 'Sign in',
  });
  await heading(page, 'Your account');
  await look('overview-en');
  await page.getByRole('link', { name: 'Close the account …' }).click();
  await heading(page, 'Close the account');
  await press(page, 'Close the account');
  await page.getByText('Please read this and tick the box').first().waitFor();
  await look('close');
  await page.getByLabel('I have read this').check();
  await page.getByLabel('Present password').fill('tsukimi-Soba-72');
  await press(page, 'Close the account');
  await heading(page, 'Your account is closed');
  await look('closed');
  expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
  await page.assertClean();
});
