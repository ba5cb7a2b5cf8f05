import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { ApplicationList } from '../../src/applications/application.dto.js';
import type { CaseVisits, RouteList } from '../../src/inspections/visit.dto.js';
import type { LetterList } from '../../src/paper-applications/paper.dto.js';
import { accessibilityFaults } from '../support/accessibility-faults.js';
import { launchBrowser, newPage } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { startServer, type TestServer } from '../support/server.js';
import { png } from '../server/support/jitan-answers.js';

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

describe('an inspection on a telephone', () => {
  it('loses nothing when the line is cut and the page is loaded again', async () => {
    const page = await newPage(browser, { width: 390 });
    const headers = { origin: server.url };
    const api = `${server.url}/api/desk`;
    await page.request.post(`${server.url}/api/session/staff`, {
      headers,
      data: { login: 'watanabe', password: 'tetsuzuki-demo' },
    });
    const route = (await (await page.request.get(`${api}/visits`)).json()) as RouteList;
    const application = route.unplanned[0]?.applicationId ?? '';
    const visits = `${api}/applications/${application}/visits`;
    const { plan } = (await (await page.request.get(visits)).json()) as CaseVisits;
    const planned = await page.request.put(`${api}/applications/${application}/visit`, {
      headers,
      data: {
        onDay: '2035-03-01',
        fromTime: '10:00',
        toTime: '11:00',
        place: plan?.place,
        inspectors: plan?.colleagues.map(({ id }) => id),
        note: '',
        tell: false,
      },
    });
    const { visits: all } = (await planned.json()) as CaseVisits;
    await page.goto(`${server.url}/desk/visits/${all[0]?.id ?? ''}`);
    const item = page.getByRole('region', { name: '二酸化炭素センサーがあり、1,000ppm以下である' });
    await item.waitFor();
    await page.route('**/api/desk/visits/**', (line) => line.abort());
    await item.getByText('不適合').click();
    await item.getByRole('textbox').fill('1,400ppm。換気扇が止まっていた。');
    await page
      .getByTestId('photo-co2')
      .setInputFiles({ name: 'co2.png', mimeType: 'image/png', buffer: png });
    await page.getByText('未送信 2件').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.unroute('**/api/desk/visits/**');
    await page.reload();
    await page.getByText('すべて送信しました').waitFor();
    await item.getByText('写真 1枚').waitFor();
    // The device shows its photograph before it has been sent.
    const after = await eventually('The photograph has arrived', async () => {
      const { visits: kept } = (await (await page.request.get(visits)).json()) as CaseVisits;
      return (kept[0]?.photos.length ?? 0) > 0 ? kept : undefined;
    });
    expect(after[0]?.findings).toMatchObject([
      { item: 'co2', result: 'fault', note: '1,400ppm。換気扇が止まっていた。' },
    ]);
    expect(after[0]?.photos.map((photo) => photo.item)).toEqual(['co2']);
    await page.goto(`${server.url}/desk/visits`);
    await page.getByRole('heading', { level: 1, name: '現地確認' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

const signIn = async (page: Page, login: string): Promise<void> => {
  await page.request.post(`${server.url}/api/session/staff`, {
    headers: { origin: server.url },
    data: { login, password: 'tetsuzuki-demo' },
  });
};

describe('times of a visit', () => {
  it('are offered to the applicant, who chooses one on the portal', async () => {
    const page = await newPage(browser, { width: 390 });
    await page.request.post(`${server.url}/api/session/applicant`, {
      headers: { origin: server.url },
      data: { mail: 'kitano@example.jp', password: 'tetsuzuki-demo' },
    });
    const list = await page.request.get(
      `${server.url}/api/applications?q=${encodeURIComponent('喫茶キタノ 福島店')}`,
    );
    const { applications } = (await list.json()) as ApplicationList;
    await page.goto(`${server.url}/applications/${applications[0]?.id ?? ''}`);
    const choice = page.getByRole('button', { name: 'この日時で決める' });
    await choice.click();
    await page.getByText('日時を選ぶか、').waitFor();
    expect(await accessibilityFaults(page, '[aria-labelledby="own-visits"]')).toEqual([]);
    await page.getByRole('radio').first().check();
    await choice.click();
    await page.getByText('現地確認の日時が決まりました。').waitFor();
    await page.getByRole('link', { name: /カレンダーに追加する/ }).waitFor();
  });
});

describe('an opinion', () => {
  it('is read and answered by an office that sees what is shared, by keyboard', async () => {
    const page = await newPage(browser, { width: 1280 });
    await signIn(page, 'kimura');
    await page.goto(`${server.url}/desk/opinions`);
    const asked = page.locator('.desk-opinions__list li', { hasText: '業種と許可の条件' });
    await asked.getByRole('link').press('Enter');
    await page.getByRole('button', { name: '自分が担当する' }).press('Enter');
    await page.getByRole('button', { name: '回答を送る' }).press('Enter');
    await page.getByText('意見を選んでください。').waitFor();
    await page.getByRole('button', { name: /営業許可証の写し/ }).press('Enter');
    await page.getByRole('img', { name: /営業許可証の写し/ }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('radio', { name: '条件付' }).press('Space');
    const words = page.getByRole('textbox', { name: /回答の内容/ });
    await words.fill('許可の条件を掲示すること。');
    // What is typed outlives a reload.
    await page.reload();
    await page.getByText('許可の条件を掲示すること。').waitFor();
    await page.getByRole('button', { name: '回答を送る' }).press('Enter');
    await page.getByText('回答を送りました。').waitFor();

    await signIn(page, 'sato');
    await page.goto(`${server.url}/desk/search?q=${encodeURIComponent('喫茶キタノ 中崎店')}`);
    await page.locator('.desk-table tbody th a').first().click();
    const card = page.getByRole('region', { name: '意見照会' });
    await card.getByText('許可の条件を掲示すること。').waitFor();
    await card.getByRole('button', { name: '他の部署に意見を照会する' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '照会する' }).press('Enter');
    await dialog.getByText('照会先の部署を選んでください。').waitFor();
    expect(await accessibilityFaults(page, 'dialog')).toEqual([]);
    await dialog.getByRole('combobox', { name: /照会先の部署/ }).selectOption({ label: '会計局' });
    await dialog.getByRole('textbox', { name: /照会の内容/ }).fill('未納はありますか。');
    await dialog.getByRole('button', { name: '照会する' }).press('Enter');
    await card.getByText('会計局').waitFor();
  });
});

describe('papers', () => {
  it('that came by post stand in review with their scan, and leave as letters', async () => {
    const page = await newPage(browser, { width: 1280 });
    await signIn(page, 'sato');
    await eventually('The letter is drawn', async () => {
      const answer = await page.request.get(`${server.url}/api/desk/letters`);
      const { letters } = (await answer.json()) as LetterList;
      return letters.some(({ addressee }) => addressee === '清水 ウメ') || undefined;
    });
    await page.goto(`${server.url}/desk/paper`);
    await page.getByRole('link', { name: /^郵便で送るお知らせ/ }).click();
    const letter = page.locator('.desk-paper__letters li', { hasText: '清水 ウメ' }).first();
    await letter.getByRole('checkbox').check();
    await page.getByRole('button', { name: /記録/ }).click();
    await page.getByText('1件を記録しました。').waitFor();
    await page.goto(`${server.url}/desk/search?q=${encodeURIComponent('喫茶ウメ')}`);
    await page.locator('.desk-table tbody th a').first().click();
    await page.getByRole('link', { name: '申請書.pdf' }).or(page.getByText('申請書.pdf')).first().waitFor();
  });
});
