import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { ProcedureFiles } from '#engine';
import { launchBrowser, newPage, type TestPage } from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';
import { soon } from '../support/soon.js';
import { DraftWatch } from './draft-watch.js';
import { box, button, namesOf, page, schemaOf, treeItem, walkTo, workOn } from './form-hands.js';
import { OPERATIONS } from './form-operations.js';
import { kindsOf } from './operation-kinds.js';

let server: TestServer;
let browser: Browser;
let draft: string;
let initial: ProcedureFiles;
let watch: DraftWatch;

const origin = () => ({ origin: server.url });

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  workOn(await author(1280));
  draft = await begin({ kind: 'template', name: 'grant' });
  initial = await filesOf(draft);
  watch = new DraftWatch(page, initial, draft);
  await open(page, draft);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function author(width: number): Promise<TestPage> {
  const opened = await newPage(browser, { width });
  opened.allowComplaints(/status of 40[019]/);
  const answer = await opened.request.post(`${server.url}/api/session/staff`, {
    headers: origin(),
    data: { login: 'aoki', password: 'tetsuzuki-demo' },
  });
  expect(answer.status()).toBe(200);
  return opened;
}

async function begin(from: Readonly<Record<string, string>>): Promise<string> {
  const more =
    from['kind'] === 'procedure' ? {} : { id: `made-${from['name'] ?? 'so'}`, title: '防犯カメラ' };
  const answer = await page.request.post(`${server.url}/api/builder/drafts`, {
    headers: origin(),
    data: { from, ...more },
  });
  expect(await answer.text()).toContain('draftId');
  return ((await answer.json()) as { readonly draftId: string }).draftId;
}

async function open(at: TestPage, id: string, rest = ''): Promise<void> {
  await at.goto(`${server.url}/builder/drafts/${id}/form${rest}`);
  await at.getByRole('tree').waitFor();
  await at.locator('.builder-canvas [data-question]').first().waitFor({ state: 'attached' });
}

async function filesOf(id: string): Promise<ProcedureFiles> {
  const answer = await page.request.get(`${server.url}/api/builder/drafts/${id}`);
  return ((await answer.json()) as { readonly files: ProcedureFiles }).files;
}

describe('the form editor', () => {
  it.each(OPERATIONS)(
    '$does, by mouse and by keyboard alike, and back to the same bytes',
    async (operation) => {
      const results: ProcedureFiles[] = [];
      for (const way of ['mouse', 'keys'] as const) {
        if (way === 'mouse') await treeItem(operation.at).click();
        else await walkTo(operation.at);
        await treeItem(operation.at).and(page.locator('[aria-selected=true]')).waitFor();
        await operation[way]();
        const made = await soon(async () => {
          const files = await watch.saved();
          operation.holds(files);
          return files;
        });
        results.push(made);
        await treeItem('applicant').focus();
        await soon(async () => {
          if (await button('元に戻す').and(page.locator(':not([aria-disabled])')).isVisible())
            await page.keyboard.press('Control+z');
          expect(await watch.saved()).toEqual(initial);
        });
      }
      expect(results[1]).toEqual(results[0]);
    },
  );

  it('reaches every operation on questions', () => {
    expect(kindsOf('questions').filter((kind) => !watch.kinds.has(kind))).toEqual([]);
  });

  it('chooses what the last key led to, even before the one before it was drawn', async () => {
    const first = `applicant.${namesOf(initial, 'applicant')[0]}`;
    await treeItem(first).click();
    await treeItem(first).and(page.locator('[aria-selected=true]')).waitFor();
    await page.evaluate(async () => {
      for (const key of ['Home', 'ArrowDown']) {
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        await Promise.resolve();
      }
    });
    await page.waitForURL((url) => url.searchParams.get('at') === first);
    await treeItem(first).and(page.locator('[aria-selected=true]')).waitFor();
  });

  it('puts in where the last key led to, even before that was drawn', async () => {
    await treeItem('applicant.tel').click();
    await treeItem('applicant.tel').and(page.locator('[aria-selected=true]')).waitFor();
    await page.evaluate(() => {
      const now = (event: Event): boolean => document.activeElement?.dispatchEvent(event) ?? false;
      now(new ClipboardEvent('copy', { bubbles: true, clipboardData: new DataTransfer() }));
      now(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
      now(new ClipboardEvent('paste', { bubbles: true, clipboardData: new DataTransfer() }));
    });
    const last = namesOf(initial, '').at(-1) ?? '';
    await soon(async () => expect(namesOf(await watch.saved(), last).at(-1)).toBe('tel'));
    await treeItem('applicant').focus();
    await page.keyboard.press('Control+z');
    await soon(async () => expect(await watch.saved()).toEqual(initial));
    expect(await filesOf(draft)).toEqual(initial);
  });

  it('opens what ships, and saving without a change gives the same bytes', async () => {
    for (const id of ['jitan-9', 'gold-sticker']) {
      const shipped = await begin({ kind: 'procedure', id });
      const before = await filesOf(shipped);
      await open(page, shipped);
      await page.getByRole('button', { name: '問題はありません。' }).waitFor();
      await treeItem(namesOf(before, '').at(-1) ?? '').click();
      await page.keyboard.press('Control+s');
      await page.locator('.builder-save__state--saved').waitFor();
      expect(await filesOf(shipped)).toEqual(before);
    }
  });

  it('shows two authors each other, and brings what both do together', async () => {
    const other = await author(1280);
    await open(other, draft, '?at=applicant.tel');
    await open(page, draft, '?at=applicant.name');
    await box('質問').fill('団体の正式な名前');
    await other
      .locator('#builder-inspector')
      .getByRole('textbox', { name: '質問', exact: true })
      .fill('昼の電話');
    await page.keyboard.press('Control+s');
    await other.keyboard.press('Control+s');
    await soon(async () => {
      const files = await filesOf(draft);
      expect(schemaOf(files, 'applicant.name')).toMatchObject({ title: '団体の正式な名前' });
      expect(schemaOf(files, 'applicant.tel')).toMatchObject({ title: '昼の電話' });
    });
    await page.locator('[role=treeitem]', { hasText: '昼の電話' }).waitFor();
    await treeItem('applicant').focus();
    await button('元に戻す').click();
    await soon(async () => {
      await watch.saved();
      const files = await filesOf(draft);
      expect(schemaOf(files, 'applicant.name')).not.toMatchObject({ title: '団体の正式な名前' });
      expect(schemaOf(files, 'applicant.tel')).toMatchObject({ title: '昼の電話' });
    });
    await other.assertClean();
    await other.context().close();
  });
});
