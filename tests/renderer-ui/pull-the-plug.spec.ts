import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Edits, version } from '../engine/versions/small-version.js';
import { launchBrowser, launchPersistent, newPage } from '../support/browser.js';
import { execute } from '../support/cluster.js';
import { freePort } from '../support/ports.js';
import { startServer, type TestServer } from '../support/server.js';
import { soon } from '../support/soon.js';

const phone = { width: 390, height: 844 };
const open: Edits = {
  'procedure.json#/acceptanceWindow': {
    opensAt: '2021-11-01T00:00:00+09:00',
    closesAt: '2035-03-31T23:59:59+09:00',
  },
};

let folder: string;
let server: TestServer;
let running: TestServer;
let env: Record<string, string>;
let browser: Browser;
let own: BrowserContext;
let page: Page;
let draft: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tetsuzuki-plug-'));
  env = {
    PORT: String(await freePort()),
    DATA_DIR: join(folder, 'data'),
    PROCEDURES_DIR: join(folder, 'procedures'),
  };
  publish(open);
  server = running = await startServer({ env });
  browser = await launchBrowser();
  own = await openOwnBrowser();
  page = await own.newPage();
});
afterAll(async () => {
  await own.close();
  await browser.close();
  if (running !== server) await running.stop();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Puts the procedure's folder where the server finds it at its next start. */
function publish(edits: Edits): void {
  for (const [file, text] of Object.entries(version(edits).files)) {
    const path = join(folder, 'procedures', 'shop-grant', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

const openOwnBrowser = () => launchPersistent(join(folder, 'browser'), phone);

async function restartServer(): Promise<void> {
  running = await startServer({
    env,
    database: server.databaseUrl as `postgres${string}`,
  });
}

async function signIn(on: Page, who = '株式会社なにわ酒場'): Promise<void> {
  await on.getByRole('button', { name: `${who}として入力` }).click();
  await on.getByRole('button', { name: 'ログインする' }).click();
}

const box = (name: string, on: Page = page) => on.locator(`[id="${name}"]`);
const value = (name: string, on: Page = page) => box(name, on).inputValue();
const state = (kind: string, on: Page = page) =>
  on.locator(`.tz-fill__status .tz-save[data-state="${kind}"]`).waitFor();
/** Does what is to be saved, and waits until the server has it. */
async function saving(act: () => Promise<void>, on: Page = page): Promise<void> {
  const taken = on.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok());
  await act();
  await taken;
  await state('saved', on);
}
/** Types as a person does and stays in the field. */
async function type(name: string, text: string, on: Page = page): Promise<void> {
  await box(name, on).click();
  await box(name, on).fill(text);
}

describe('pull the plug', () => {
  it('of the browser: what was typed is there after the crash, on the same page', async () => {
    await page.goto(`${server.url}/sign-in?next=/procedures/shop-grant`);
    await signIn(page);
    await page.getByRole('button', { name: /申請をはじめる/ }).click();
    await box('store.name').waitFor();
    draft = page.url();
    await saving(() => type('store.name', '停電食堂'));
    const processes = (await (
      await own.browser()?.newBrowserCDPSession()
    )?.send('SystemInfo.getProcessInfo' as never)) as unknown as {
      processInfo: { type: string; id: number }[];
    };
    const pid = processes.processInfo.find((one) => one.type === 'browser')?.id ?? 0;
    const gone = new Promise((resolve) => own.once('close', resolve));
    process.kill(pid, 'SIGKILL');
    await gone;

    own = await openOwnBrowser();
    page = await own.newPage();
    await page.goto(draft);
    // The session ends with the browser, unless it stood on the disk already.
    const entry = page.getByRole('button', { name: '株式会社なにわ酒場として入力' });
    await entry.or(box('store.name')).waitFor();
    if (await entry.isVisible()) await signIn(page);
    await box('store.name').waitFor();
    await soon(async () => expect([page.url(), await value('store.name')]).toEqual([draft, '停電食堂']));
  });

  it('of the line: what was typed without it outlives the tab, and is saved when the line is back', async () => {
    await own.setOffline(true);
    await type('store.tel', '0612345678');
    await state('offline');
    const crashed = page.waitForEvent('crash');
    await page.goto('chrome://crash').catch(() => undefined);
    await crashed;
    await page.close();
    await own.setOffline(false);
    page = await own.newPage();
    await page.goto(draft);
    await page.getByText('この端末に残っていた、まだ保存していない入力を戻しました。').waitFor();
    await soon(async () =>
      expect([await value('store.name'), await value('store.tel')]).toEqual(['停電食堂', '0612345678']),
    );
    // In the same field, too: typing goes on where it stopped.
    await page.waitForFunction(() => document.activeElement?.id === 'store.tel');
    await state('saved');
  });

  it('of the server: typing goes on, and all of it is saved after the start', async () => {
    await running.kill();
    await type('store.fax', '0611112222');
    await state('offline');
    await restartServer();
    await state('saved');
  });

  it('of the session: it is asked for in place, and the typing goes on in the same field', async () => {
    await execute(server.databaseUrl ?? '', 'delete from session');
    await box('store.seats').click();
    await page.keyboard.type('24');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await signIn(page);
    await dialog.waitFor({ state: 'hidden' });
    await soon(async () => expect(await page.evaluate(() => document.activeElement?.id)).toBe('store.seats'));
    await state('saved');
    await soon(async () => expect(await value('store.seats')).toBe('24'));
  });

  it('a second device: both are put together, and only a question with two answers is asked about', async () => {
    const other = await newPage(browser, phone);
    await other.goto(`${server.url}/sign-in?next=${encodeURIComponent(new URL(draft).pathname)}`);
    await signIn(other);
    await box('store.name', other).waitFor();
    await saving(async () => {
      await type('store.tel', '0699999999', other);
      await box('store.name', other).click();
    }, other);

    await type('store.seats', '30');
    await box('store.name').click();
    await page
      .getByText(/取り込みました：お店　電話番号/)
      .first()
      .waitFor();
    await soon(async () =>
      expect([await value('store.tel'), await value('store.seats')]).toEqual(['0699999999', '30']),
    );
    await state('saved');

    // Without a line neither hears of the other before both have given the same question an answer.
    await own.setOffline(true);
    await type('store.fax', '0633334444');
    await type('store.name', '停電食堂 支店');
    await state('offline');
    await saving(async () => {
      await type('store.name', '停電食堂 本店', other);
      await box('store.tel', other).click();
    }, other);
    await own.setOffline(false);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('停電食堂 支店').waitFor();
    await dialog.getByText('停電食堂 本店').click();
    await dialog.getByRole('button', { name: 'この内容で続ける' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await state('saved');
    await other.close();
    await soon(async () => {
      await page.reload();
      await box('store.name').waitFor();
      expect([await value('store.name'), await value('store.fax')]).toEqual(['停電食堂 本店', '0633334444']);
    });
  });

  it('a new form: it is said, every answer goes there, and what has no field any more can be copied', async () => {
    await running.kill();
    publish({
      ...open,
      'form.schema.json#/properties/store/required': ['name', 'kind', 'owner'],
      'form.schema.json#/properties/store/properties/owner': {
        type: 'string',
        title: '責任者',
        maxLength: 40,
      },
      'form.schema.json#/properties/store/properties/fax': undefined,
    });
    await restartServer();
    await type('store.seats', '31');
    await page.getByRole('button', { name: '新しい様式へ切り替える' }).click();
    await box('store.owner').waitFor();
    await soon(async () =>
      expect([await value('store.name'), await value('store.seats')]).toEqual(['停電食堂 本店', '31']),
    );
    await page.getByText('新しい様式に欄がなくなった入力').click();
    await page.getByText('0633334444').waitFor();
    await page.getByText('このページの次の質問は、様式が新しくなったため').waitFor();
  });

  it('another account that signs in there gets nothing of the first', async () => {
    await execute(server.databaseUrl ?? '', 'delete from session');
    await type('store.owner', '難波太郎');
    await page.getByRole('dialog').waitFor();
    await signIn(page, '北野 春香');
    await page.getByRole('heading', { level: 1, name: 'マイページ' }).waitFor();
    await soon(async () =>
      expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('停電食堂'),
    );
  });
});
