import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults } from '../support/accessibility-faults.js';
import { launchBrowser, newPage, type TestPage } from '../support/browser.js';
import { execute } from '../support/cluster.js';
import { startServer, type TestServer } from '../support/server.js';
import { soon } from '../support/soon.js';

/** Three pieces of an upload and a bit. */
const permit = {
  name: '許可証.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(800_000, 'a')]),
};
const back = {
  name: '許可証の裏.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7 back'),
};

let server: TestServer;
let browser: Browser;
let first: TestPage;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  first = await signedIn(390, 'applicant', { mail: 'naniwa@example.jp' });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function signedIn(
  width: number,
  kind: 'applicant' | 'staff',
  who: Readonly<Record<string, string>>,
): Promise<TestPage> {
  const page = await newPage(browser, { width });
  await page.request.post(`${server.url}/api/session/${kind}`, {
    data: { ...who, password: 'tetsuzuki-demo' },
    headers: { origin: server.url },
  });
  return page;
}

const fileNames = (page: Page) =>
  page
    .getByRole('group', { name: /^営業許可証の写し/ })
    .getByRole('button', { name: /を削除$/ })
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));

describe('what somebody has already told and sent', () => {
  let documents: string;

  it('is taken from a saved place, found from my page', async () => {
    await first.goto(`${server.url}/applications`);
    await first.getByRole('link', { name: '店舗台帳' }).click();
    await first.getByRole('heading', { level: 2, name: 'なにわ酒場 堺東店' }).waitFor();
    expect(await accessibilityFaults(first)).toEqual([]);

    await first.goto(`${server.url}/procedures/jitan-9`);
    await first.getByLabel('どのお店の申請ですか').selectOption({ label: 'なにわ酒場 堺東店' });
    expect(await accessibilityFaults(first)).toEqual([]);
    await first.getByRole('button', { name: '申請をはじめる' }).click();
    await first.getByRole('heading', { level: 1, name: /申請の区分$/ }).waitFor();
    await first.goto(`${first.url().split('/').slice(0, 5).join('/')}/store`);
    await first.getByLabel(/^店名（屋号）/).waitFor();
    await soon(async () =>
      expect(await first.getByLabel(/^店名（屋号）/).inputValue()).toBe('なにわ酒場 堺東店'),
    );
  });

  it('is taken from a former application, its papers included', async () => {
    await first.goto(`${server.url}/procedures/jitan-9`);
    const former = first.getByLabel('前回の申請から始める');
    const shop = former.locator('option', { hasText: '新世界' });
    await former.selectOption({ label: await shop.innerText() });
    // It brings its own place along.
    await first.getByLabel('どのお店の申請ですか').waitFor({ state: 'detached' });
    await first.getByRole('button', { name: '新しく申請をはじめる' }).click();
    await first.getByRole('button', { name: '新しく始める（入力中の申請は残す）' }).click();
    await first.getByText(/前回の申請 .+から始めています/).waitFor();
    documents = `${first.url().split('/').slice(0, 5).join('/')}/documents`;
    await first.goto(documents);
    await first
      .getByText(/前回の申請（.+）で出したファイル/)
      .first()
      .waitFor();
    await soon(async () => expect(await fileNames(first)).toHaveLength(1));
  });

  it('goes on where the line was lost, though the page was closed, and is there after a reload', async () => {
    const context = first.context();
    await first.route('**/api/uploads/*/content?offset=262144', async (route) => {
      await context.setOffline(true);
      await route.abort('internetdisconnected');
    });
    first.allowComplaints(/ERR_INTERNET_DISCONNECTED/);
    const chooser = first.waitForEvent('filechooser');
    await first
      .getByRole('group', { name: /^営業許可証の写し/ })
      .getByRole('button', { name: 'ファイルを選ぶ' })
      .click();
    await (await chooser).setFiles([permit, back]);
    await first.getByText('止まっています。つながると続きから送ります').first().waitFor();
    expect(await accessibilityFaults(first, 'main')).toEqual([]);
    await first.assertClean();
    await first.close();

    const second = await context.newPage();
    const offsets: number[] = [];
    second.on('request', (request) => {
      const offset = new URL(request.url()).searchParams.get('offset');
      if (offset !== null) offsets.push(Number(offset));
    });
    await context.setOffline(false);
    await second.goto(documents);
    for (const { name } of [permit, back]) {
      await second.getByRole('button', { name: `${name}を削除` }).waitFor();
    }
    // The piece that had come is not sent again.
    expect(offsets.filter((offset) => offset > 0)).toEqual([262_144, 524_288, 786_432]);
    await second.locator('.tz-fill__status .tz-save[data-state="saved"]').waitFor();
    await second.reload();
    await second.getByRole('button', { name: `${permit.name}を削除` }).waitFor();
    await soon(async () => expect(await fileNames(second)).toHaveLength(3));
  });
});

describe('a photograph at the desk', () => {
  it('says when it was taken, beside its thumbnail and in the viewer, in both languages', async () => {
    await execute(server.databaseUrl ?? '', `update attachment set taken_at = '2026-05-01T10:20:30'`);
    const sato = await signedIn(1280, 'staff', { login: 'tanaka' });
    const { applications } = (await (
      await first.context().request.get(`${server.url}/api/applications?q=${encodeURIComponent('新世界')}`)
    ).json()) as { applications: { id: string }[] };
    await sato.goto(`${server.url}/desk/applications/${applications[0]?.id}`);
    const thumb = sato.locator('[data-attachment]').first();
    await thumb.getByText('撮影日時：2026年5月1日（金）10:20').waitFor();
    await thumb.click();
    const viewer = sato.getByRole('dialog');
    await viewer.getByText('撮影日時：2026年5月1日（金）10:20（カメラの時計による）').waitFor();
    expect(await accessibilityFaults(sato, 'dialog[open]')).toEqual([]);
    await sato.evaluate(() => localStorage.setItem('tetsuzuki.language', 'en'));
    await sato.reload();
    await sato.locator('[data-attachment]').first().getByText('Taken: Fri, 1 May 2026 10:20').waitFor();
  });
});
