import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import type { ProcedureFiles } from '#engine';
import { readFolder } from '../../src/procedures/read-folder.js';
import { accessibilityFaults } from '../support/accessibility-faults.js';
import { launchBrowser, newPage, type TestPage } from '../support/browser.js';
import { soon } from '../support/soon.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let browser: Browser;
let page: TestPage;
let draft: string;
let files: ProcedureFiles;

beforeAll(async () => {
  [server, browser, files] = await Promise.all([
    startServer(),
    launchBrowser(),
    readFolder('src/cli/new/start'),
  ]);
  page = await newPage(browser, { width: 1280 });
  const post = (path: string, data: unknown) =>
    page.request.post(`${server.url}${path}`, { headers: { origin: server.url }, data });
  await post('/api/session/staff', { login: 'aoki', password: 'tetsuzuki-demo' });
  const begun = await post('/api/builder/drafts', { from: { kind: 'folder', files }, id: 'story' });
  ({ draftId: draft } = (await begun.json()) as { draftId: string });
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
const nothingToUndo = (): Locator => page.locator('button[aria-disabled]', { hasText: '元に戻す' });

const inDialog = (name: string): Locator =>
  page.getByRole('dialog').getByRole('button', { name, exact: true });

describe('the review', () => {
  beforeAll(async () => {
    await page.goto(`${server.url}/builder/drafts/${draft}/workflow?view=list`);
    await button('決裁（交付）').waitFor();
  });

  it('is seen as a picture too, walked by arrow keys, and shut to nobody', async () => {
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('radio', { name: '図' }).check();
    const first = page.getByRole('group', { name: /^審査、審査/ });
    await first.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '段階「決裁（交付）」' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

describe('a table', () => {
  it('is written and pasted as in a spreadsheet', async () => {
    await page.getByRole('link', { name: '表', exact: true }).click();
    await page.getByRole('gridcell').first().click();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('0.9');
    await page.keyboard.press('Enter');
    await page.getByRole('gridcell', { name: '0.9' }).waitFor();
    await page.getByRole('gridcell', { name: '0.9' }).click();
    await page.getByRole('gridcell', { name: '0.9' }).evaluate((cell) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '0.8\t1,000円\n0.7\t2,000円\n');
      cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await page.getByRole('gridcell', { name: '2000' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await button('元に戻す').click();
    await button('元に戻す').click();
    await nothingToUndo().waitFor();
  });
});

describe('a notice', () => {
  it('takes what is chosen from the form, and shows how it comes out', async () => {
    await page.getByRole('link', { name: '通知書', exact: true }).click();
    await button('交付決定通知書 grant-decision').click();
    const box = page.getByRole('textbox', { name: '3行目', exact: true });
    await box.click();
    await page.keyboard.press('End');
    await page
      .getByLabel('3行目に差し込む項目', { exact: true })
      .selectOption({ label: '申請する団体 › 団体の名前' });
    await button('3行目に差し込む項目を差し込む').click();
    await page.getByText('みどり').first().waitFor();
    await soon(async () => expect(await box.inputValue()).toContain('〔申請する団体 › 団体の名前〕'));
    await box.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Backspace');
    await soon(async () => expect(await box.inputValue()).not.toContain('〔申請する団体 › 団体の名前〕'));
    const next = page.getByRole('textbox', { name: '4行目', exact: true });
    await box.fill('一行目と二行目\n三行目');
    await soon(async () => expect(await next.inputValue()).toBe('三行目'));
    await box.focus();
    await page.keyboard.press('Home');
    for (let letter = 0; letter < 4; letter++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await soon(async () => expect(await next.inputValue()).toBe('二行目'));
    await page.keyboard.press('Backspace');
    await soon(async () => expect(await box.inputValue()).toBe('一行目と二行目'));
    for (let step = 0; step < 3; step++) await button('元に戻す').click();
    await soon(async () => expect(await box.inputValue()).toBe('〔通知の日付〕'));
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

describe('trying it out', () => {
  it('plays the applicant and the official, and keeps it as an example that holds', async () => {
    await page.getByRole('link', { name: '試す', exact: true }).click();
    await page.getByLabel('はじめの入力').selectOption({ index: 1 });
    await button('始める').click();
    await button('提出する').click();
    await button('補正を求める').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await button('交付を認めて決裁へ進める').click();
    await button('行う').click();
    await button('交付を決定する').click();
    await button('行う').click();
    await page.getByText('終わりました。', { exact: true }).waitFor();
    await button('「交付決定通知書」を開く').click();
    await page.getByRole('dialog').getByText('交付決定通知書').first().waitFor();
    await inDialog('閉じる').click();
    await button('例として残す').click();
    await page.getByLabel('例の題').fill('試して残した例');
    await inDialog('例として残す').click();
    await page.getByRole('link', { name: '例', exact: true }).click();
    await page.getByText(/件の例は、すべて期待どおりです/).waitFor();
    await page.getByRole('rowheader', { name: /試して残した例/ }).waitFor();
    await button('申請者を作る').click();
    await page.getByText(/人の申請者で通りました/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('leaves every other file byte for byte as it was', async () => {
    await page.keyboard.press('Control+s');
    await page.getByText('保存しました').first().waitFor();
    const answer = await page.request.get(`${server.url}/api/builder/drafts/${draft}`);
    const { files: now } = (await answer.json()) as { files: Record<string, string> };
    for (const [file, text] of Object.entries(files))
      if (file !== 'procedure.json') expect([file, now[file]]).toEqual([file, text]);
  });
});
