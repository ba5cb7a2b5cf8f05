import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { CaseVisits, RouteList } from '../../src/inspections/visit.dto.js';
import { accessibilityFaults } from '../support/accessibility-faults.js';
import { launchBrowser, newPage } from '../support/browser.js';
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
    const { visits: after } = (await (await page.request.get(visits)).json()) as CaseVisits;
    expect(after[0]?.findings).toMatchObject([
      { item: 'co2', result: 'fault', note: '1,400ppm。換気扇が止まっていた。' },
    ]);
    expect(after[0]?.photos.map((photo) => photo.item)).toEqual(['co2']);
    await page.goto(`${server.url}/desk/visits`);
    await page.getByRole('heading', { level: 1, name: '現地確認' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
