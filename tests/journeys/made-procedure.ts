import type { Browser, Page } from 'playwright-core';
import { newPage, type TestPage } from '../support/browser.js';
import {
  agree,
  arriveAt,
  attach,
  choose,
  computed,
  fillIn,
  giveDate,
  goOn,
  question,
  signIn,
} from './applicant.js';
import { begin, carryOut, claim, open, openQueue, takeSeat } from './official.js';
import type { Paper } from './papers.js';
import { phone } from './walk.js';

/** The builder, with somebody signed in who may write or publish. */
export async function openBuilder(browser: Browser, url: string, name: string): Promise<TestPage> {
  const page = await newPage(browser, { width: 1280 });
  page.allowComplaints(/401/);
  await page.goto(`${url}/builder`);
  await page.getByRole('button', { name }).click();
  await page.getByRole('button', { name: 'サインイン', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '手続の一覧' }).waitFor();
  await page.getByRole('columnheader', { name: '下書き' }).waitFor();
  return page;
}

/** Another official than who made it agrees, and it is published. */
export async function agreeToPublish(browser: Browser, url: string, title: string): Promise<void> {
  const publisher = await openBuilder(browser, url, '林 隆');
  await publisher.getByRole('link', { name: `「${title}」の公開の内容を見る` }).click();
  await publisher.getByRole('button', { name: '承認する', exact: true }).click();
  await publisher.getByText('公開済み').first().waitFor();
  await publisher.assertClean();
  await publisher.context().close();
}

/** An administrator gives each official a role of the new procedure; a second one agrees to the role that decides. */
export async function giveRoles(browser: Browser, url: string, title: string): Promise<void> {
  const first = await takeSeat(browser, url, '小林 亮');
  for (const [name, role] of [
    ['佐藤 健', '審査担当'],
    ['田中 律子', '課長'],
  ] as const) {
    await first.goto(`${url}/desk/staff`);
    await first.getByRole('link', { name, exact: true }).click();
    await first.getByRole('button', { name: '登録と役割を変更する' }).click();
    await first
      .getByRole('group', { name: title })
      .getByRole('checkbox', { name: new RegExp(`^${role}`) })
      .check();
    await first.getByRole('button', { name: '変更を保存する' }).click();
    await first.getByText('変更を保存しました。').waitFor();
  }
  const second = await takeSeat(browser, url, '加藤 奈緒');
  await second.goto(`${url}/desk/staff?state=awaited`);
  await second.getByRole('link', { name: '田中 律子' }).click();
  await second.getByRole('button', { name: '課長を確認して有効にする' }).click();
  await second.getByText('課長を有効にしました。').waitFor();
  for (const page of [first, second]) {
    await page.assertClean();
    await page.context().close();
  }
}

/** Whether the steps of the form name this page now. */
async function hasPage(page: Page, title: string, wanted: boolean): Promise<void> {
  const line = page.getByRole('listitem').filter({ has: page.getByText(title, { exact: true }) });
  await line.waitFor({ state: wanted ? 'visible' : 'detached' });
}

/** @returns the number of the application */
export async function apply(
  browser: Browser,
  url: string,
  id: string,
  estimate: Paper,
): Promise<{ readonly number: string; readonly applicant: TestPage }> {
  const page = await newPage(browser, phone);
  page.allowComplaints(/401/);
  await page.goto(`${url}/procedures/${id}`);
  await page.getByRole('link', { name: 'ログインして申請をはじめる' }).click();
  await signIn(page, '株式会社なにわ酒場');
  await page.getByRole('button', { name: '申請をはじめる' }).click();
  await arriveAt(page, '申請する団体');
  await fillIn(page, '団体の名前', 'なんば商店会');
  await fillIn(page, '団体の名前のフリガナ', 'ナンバショウテンカイ');
  await choose(page, '団体の区分', '任意の団体');
  await fillIn(page, '代表者の氏名', '難波 花子');
  await fillIn(page, '郵便番号', '5420076');
  await fillIn(page, '団体の所在地', '大阪府大阪市中央区難波1-2-3');
  await fillIn(page, '電話番号', '0612345678');
  await fillIn(page, 'メールアドレス', 'namba@example.jp');
  await goOn(page, '設置の計画');
  await fillIn(page, '設置の目的', '夜の通りを明るく、安心して歩けるようにするため。');
  await fillIn(page, '設置する場所', '難波一番街');
  await giveDate(page, '工事の開始日', ['2026', '12', '1']);
  await giveDate(page, '工事の完了日', ['2027', '1', '31']);
  await page.getByText('すべてのステップ', { exact: true }).click();
  await choose(page, 'ほかの補助金を受けますか', 'はい');
  await hasPage(page, 'ほかの補助金', true);
  await choose(page, 'ほかの補助金を受けますか', 'いいえ');
  await hasPage(page, 'ほかの補助金', false);
  await hasPage(page, '道路の使用', false);
  await choose(page, '道路を使いますか', 'はい');
  await hasPage(page, '道路の使用', true);
  await page.getByText('すべてのステップ', { exact: true }).click();
  await goOn(page, '道路の使用');
  await fillIn(page, '道路の名前', '市道難波1号線');
  await choose(page, '道路の管理者', '市町村');
  await choose(page, '占用の許可', '許可を受けた');
  await goOn(page, '設備と費用');
  await fillRow(page, 1, ['防犯カメラ', '2', '300000']);
  await question(page, '設備の明細').getByRole('button', { name: '設備の明細を追加する' }).click();
  await fillRow(page, 2, ['街路灯', '1', '150000']);
  await page.getByRole('status', { name: '費用の合計' }).filter({ hasText: '450,000' }).waitFor();
  if (!(await computed(page, '費用の合計')).includes('450,000')) throw new Error('The sum is wrong.');
  await fillIn(page, '補助を受けたい額', '200000');
  await goOn(page, '書類と誓約');
  await attach(page, '見積書', estimate);
  await agree(page, '申請の内容に偽りがないことを誓約します');
  await goOn(page, '内容の確認と提出');
  await page.getByRole('button', { name: 'この内容で提出する' }).click();
  await arriveAt(page, '申請が届きました');
  const number = await page.getByTestId('application-number').innerText();
  await page.assertClean();
  return { number, applicant: page };
}

async function fillRow(
  page: Page,
  nth: number,
  [item, count, price]: readonly [string, string, string],
): Promise<void> {
  const row = page.getByRole('group', { name: `${nth}件目` });
  await fillIn(row, '品名', item);
  await fillIn(row, '台数', count);
  await fillIn(row, '金額', price);
}

/** Through the three stages, each by the button that its author named. */
export async function review(browser: Browser, url: string, number: string): Promise<void> {
  const reviewer = await takeSeat(browser, url, '佐藤 健');
  await openQueue(reviewer, '審査');
  await claim(reviewer, number);
  await act(reviewer, '「内容審査」へ進める');
  // The same role: the case stays with who has it.
  await reviewer.goto(`${url}/desk`);
  await openQueue(reviewer, '内容審査');
  await open(reviewer, number);
  await act(reviewer, '「決裁」へ進める');
  const manager = await takeSeat(browser, url, '田中 律子');
  await openQueue(manager, '決裁');
  await claim(manager, number);
  await act(manager, '交付を決定する');
  for (const page of [reviewer, manager]) {
    await page.assertClean();
    await page.context().close();
  }
}

async function act(page: Page, action: string): Promise<void> {
  await begin(page, action);
  await carryOut(page, action);
}
