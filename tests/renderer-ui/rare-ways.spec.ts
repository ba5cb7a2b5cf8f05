import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { version } from '../engine/versions/small-version.js';
import { arriveAt, fillIn, signIn } from '../journeys/applicant.js';
import { type IdentityWorld, startIdentityWorld } from '../server/support/identity-world.js';
import { accessibilityFaults } from '../support/accessibility-faults.js';
import { launchBrowser, newPage, type TestPage } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { freePort } from '../support/ports.js';
import { startServer, type TestServer } from '../support/server.js';

const patience = 30_000;

let folder: string;
let world: IdentityWorld;
let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tetsuzuki-ways-'));
  publish('open-grant', '登録なし応援金', '0019', 'none');
  publish('signed-grant', '署名つき応援金', '0029', 'signature');
  publish('shop-grant', '店舗応援金', '0039', 'account');
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  world = await startIdentityWorld(origin);
  world.claims.taro = { name: '髙﨑　太郎', address: '大阪市中央区大手前２', birthdate: '19850315' };
  server = await startServer({
    env: { ...world.env, PORT: String(port), PUBLIC_URL: origin, PROCEDURES_DIR: folder },
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await world?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function publish(id: string, title: string, prefix: string, way: string): void {
  const { files } = version({
    'procedure.json#/id': id,
    'procedure.json#/title': title,
    'procedure.json#/signIn': way,
    'procedure.json#/numbering/prefix': prefix,
    'procedure.json#/acceptanceWindow': {
      opensAt: '2021-11-01T00:00:00+09:00',
      closesAt: '2035-03-31T23:59:59+09:00',
    },
  });
  for (const [file, text] of Object.entries(files)) {
    const path = join(folder, id, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click();

async function visitor(width: number): Promise<TestPage> {
  const page = await newPage(browser, { width });
  page.setDefaultTimeout(patience);
  return page;
}

/** Nothing keeps anybody out of this screen. */
async function isFit(page: Page, name: string): Promise<void> {
  expect([name, await accessibilityFaults(page)]).toEqual([name, []]);
}

/** The same in both languages. */
async function isFitInBoth(page: Page, name: string): Promise<void> {
  await isFit(page, name);
  await press(page, 'English');
  await page.getByRole('button', { name: '日本語', exact: true }).waitFor();
  await isFit(page, `${name} in English`);
  await press(page, '日本語');
  await page.getByRole('button', { name: 'English', exact: true }).waitFor();
}

/** Lets the server know the answers of the draft that is open, and goes to the check. */
async function fillGrant(page: Page, name: string): Promise<void> {
  await arriveAt(page, 'お店');
  const draft = /\/drafts\/([^/]+)/.exec(page.url())?.[1] ?? '';
  const answers = {
    store: { name, kind: 'bar', tel: '0612345678', fax: '06-1234-5679' },
    sales: { band: 'A', rows: [{ _id: 'k1', month: '10', yen: 500000 }] },
  };
  const saved = await page.request.put(`${server.url}/api/drafts/${draft}`, {
    data: { revision: 0, answers },
    headers: { origin: server.url },
  });
  expect(saved.status()).toBe(200);
  await page.goto(`${server.url}/drafts/${draft}/confirm`);
  await arriveAt(page, '内容の確認と提出');
  await page.getByText(name).first().waitFor();
}

describe('without an account', () => {
  it('applies with a mail address alone, leaves, and finds the application by number and secret', async () => {
    const page = await visitor(390);
    page.allowComplaints(/401|422/);
    await page.goto(`${server.url}/guest/open-grant`);
    await arriveAt(page, 'お名前とメールアドレス');
    await press(page, '認証コードを送る');
    await page.getByRole('group', { name: /誤りがあります$/ }).waitFor();
    await isFitInBoth(page, 'guest entry');
    await page.locator('#name').fill('河内 次郎');
    await page.locator('#mail').fill('jiro@example.jp');
    await press(page, '認証コードを送る');
    await arriveAt(page, '認証コードの入力');
    await isFit(page, 'guest code');
    const code = await eventually('the code', async () => {
      const { mails } = (await (await fetch(`${server.url}/api/mailbox`)).json()) as {
        mails: { to: string[]; text: string }[];
      };
      const text = mails.find(({ to }) => to.includes('jiro@example.jp'))?.text;
      return /認証コード：(\d{6})/.exec(text ?? '')?.[1];
    });
    await page.getByLabel('認証コード').fill(code);
    await press(page, '認証コードを確認する');

    await fillGrant(page, '夜鳴きそば');
    await press(page, 'この内容で提出する');
    await arriveAt(page, '申請が届きました');
    await press(page, '確認用パスワードを発行する');
    const secret = await page.getByText(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/).innerText();
    const number = await page
      .getByText(/^0019-[\d-]+$/)
      .first()
      .innerText();
    await isFit(page, 'guest receipt');

    await press(page, 'メニュー');
    await press(page, '終了する');
    await page.getByRole('link', { name: '登録なしの申請の状況' }).first().click();
    await arriveAt(page, '申請の状況を調べる');
    await press(page, '調べる');
    await page.getByText('申込番号を入力してください。').first().waitFor();
    await isFitInBoth(page, 'look-up');
    await page.locator('#number').fill(number);
    await page.locator('#secret').fill(secret);
    await press(page, '調べる');
    await arriveAt(page, 'マイページ');
    await page
      .getByRole('link', { name: /登録なし応援金/ })
      .first()
      .click();
    await arriveAt(page, '登録なし応援金');
    await page.getByText('夜鳴きそば').first().waitFor();
    await isFit(page, 'guest application');
    await page.assertClean();
  });
});

describe('with a signature', () => {
  it('reads what is signed, is told what is wrong with a file, signs, and finds the signature again', async () => {
    const page = await visitor(390);
    page.allowComplaints(/401|422/);
    await page.goto(`${server.url}/sign-in?next=/procedures/signed-grant`);
    await signIn(page, '株式会社なにわ酒場');
    await press(page, '申請をはじめる');
    await fillGrant(page, '署名酒場');
    await press(page, '電子署名に進む');
    await arriveAt(page, '電子署名');
    await page.getByRole('region', { name: '署名する内容' }).getByText('署名酒場').waitFor();
    const chooser = page.waitForEvent('filechooser');
    await press(page, '署名ファイルを選ぶ');
    const wrong = { name: 'wrong.p7s', mimeType: 'application/pkcs7-signature', buffer: Buffer.from('?') };
    await (await chooser).setFiles(wrong);
    await page.getByText(/署名ファイルとして読めません/).waitFor();
    await page.getByText('選んだファイル：wrong.p7s').waitFor();
    await isFitInBoth(page, 'signing, refused');
    await press(page, 'テスト用の証明書で署名する');
    await page.getByText('署名を確認しました').waitFor();
    await isFit(page, 'signed');
    await press(page, 'この内容で提出する');
    await arriveAt(page, '申請が届きました');
    const kept = await page.evaluate(() => Object.keys(localStorage).join());
    expect(kept).not.toContain('tetsuzuki.draft.');
    await follow(page, '申請の状況を見る');
    await arriveAt(page, '署名つき応援金');
    const signature = page.getByRole('region', { name: '電子署名' });
    await signature.getByText('株式会社なにわ酒場').waitFor();
    await signature.getByText('テスト認証局（効力なし） / Tetsuzuki demo').waitFor();
    await isFitInBoth(page, 'application with its signature');
    await page.assertClean();
  });
});

describe('by an outside service', () => {
  it('comes for the first time, links an account, signs in without a password, and hears why it failed', async () => {
    const page = await visitor(1280);
    page.allowComplaints(/401/);
    world.who = null;
    await page.goto(`${server.url}/sign-in`);
    const service = 'デジタル認証アプリ（マイナンバーカード）';
    await page.getByRole('button', { name: `${service}でログイン` }).waitFor();
    await isFitInBoth(page, 'sign-in with services');
    await press(page, `${service}でログイン`);
    await arriveAt(page, 'ログインできませんでした');
    await page.getByText(/途中で中止されました/).waitFor();
    await isFit(page, 'outside sign-in failed');

    world.who = { id: 'taro', acr: 'aal3' };
    await follow(page, 'ログインの画面へ');
    await press(page, `${service}でログイン`);
    await arriveAt(page, 'はじめてのご利用ですか');
    await isFitInBoth(page, 'welcome');
    await follow(page, '登録済みのアカウントでログイン');
    await signIn(page, '北野 春香');
    await arriveAt(page, 'アカウントにつなぐ');
    await isFit(page, 'link');
    await press(page, 'つなぐ');
    await arriveAt(page, 'ログイン方法');
    await page.getByText('髙﨑 太郎').waitFor();
    await isFitInBoth(page, 'ways in');

    await press(page, 'ログアウト');
    await follow(page, 'ログイン');
    await press(page, `${service}でログイン`);
    await arriveAt(page, 'マイページ');
    await page.getByText('北野 春香 様').waitFor();
    await page.goto(`${server.url}/account/sign-in-ways`);
    await press(page, `${service}とのつながりを解除する`);
    await page.getByText('髙﨑 太郎').waitFor({ state: 'detached' });
    await page.assertClean();
  });
});

describe('by an agent', () => {
  it('is entrusted, acted on, and ended while a page of it is open', async () => {
    const principal = await visitor(1280);
    await principal.goto(`${server.url}/sign-in?next=/account/delegations`);
    await signIn(principal, '株式会社なにわ酒場');
    await arriveAt(principal, '委任・代理');
    await principal.getByLabel(/任せる範囲/).selectOption({ label: '店舗応援金（この手続きのすべて）' });
    const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    await principal.getByLabel(/期限/).fill(inAMonth);
    await principal.locator('#mail').fill('kitano@example.jp');
    await principal.locator('#mailAgain').fill('kitano@example.jp');
    await press(principal, '依頼を送る');
    await principal.getByText('返事を待っています').waitFor();
    await isFitInBoth(principal, 'delegation given');

    const agent = await visitor(390);
    agent.allowComplaints(/403|404/);
    await agent.goto(`${server.url}/sign-in?next=/account/delegations`);
    await signIn(agent, '北野 春香');
    await agent.getByRole('button', { name: /^引き受ける/ }).waitFor();
    await isFit(agent, 'delegation asked');
    await agent.getByRole('button', { name: /^引き受ける/ }).click();
    await press(agent, '代理で手続きをする');
    await arriveAt(agent, 'マイページ');
    await agent.getByText(/^代理中：株式会社なにわ酒場/).waitFor();
    await agent.goto(`${server.url}/account`);
    await arriveAt(agent, '代理では開けない画面です');
    await isFit(agent, 'not for agents');
    await agent.goto(`${server.url}/procedures/open-grant`);
    await agent.getByText(/この手続きは任されていません/).waitFor();
    await isFit(agent, 'not entrusted');

    await agent.goto(`${server.url}/procedures/shop-grant`);
    await press(agent, '申請をはじめる');
    await arriveAt(agent, 'お店');
    await fillIn(agent, '店名', '代理亭');
    const mine = async (): Promise<string> => {
      const { drafts } = (await (await principal.request.get(`${server.url}/api/drafts`)).json()) as {
        drafts: { id: string; procedureId: string }[];
      };
      const found = drafts.find(({ procedureId }) => procedureId === 'shop-grant');
      if (!found) return '';
      return (await principal.request.get(`${server.url}/api/drafts/${found.id}`)).text();
    };
    await eventually(
      'the draft of the principal',
      async () => (await mine()).includes('代理亭') || undefined,
    );
    await principal.getByRole('button', { name: /^取り消す/ }).click();
    await principal.getByText('終わった委任（1件）').click();
    await principal.getByText('取り消しました', { exact: true }).waitFor();
    await isFit(principal, 'delegation ended');

    await fillIn(agent, '店名', '代理亭 本店');
    await agent.getByText('株式会社なにわ酒場 様の代理は終わりました（店舗応援金）').waitFor();
    await arriveAt(agent, 'マイページ');
    await isFitInBoth(agent, 'mandate over');
    expect(await agent.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('代理亭 本店');
    await press(agent, '確認しました');
    await agent.getByText(/様の代理は終わりました/).waitFor({ state: 'detached' });
    await agent.assertClean();
    await principal.assertClean();
  });
});
