import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { ProcedureFiles } from '#engine';
import { readFolder } from '../../src/procedures/read-folder.js';
import { launchBrowser, newPage, type TestPage } from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';
import { soon } from '../support/soon.js';
import { DraftWatch } from './draft-watch.js';
import { ofReview } from './edit-rows/of-review.js';
import { ofTables } from './edit-rows/of-tables.js';
import { ofTexts } from './edit-rows/of-texts.js';
import { keysOf, mouseOf } from './hands.js';
import { kindsOf } from './operation-kinds.js';

let server: TestServer;
let browser: Browser;
let page: TestPage;
let watch: DraftWatch;

beforeAll(async () => {
  const [started, launched, files] = await Promise.all([
    startServer(),
    launchBrowser(),
    readFolder('src/cli/new/start'),
  ]);
  [server, browser] = [started, launched];
  page = await newPage(browser, { width: 1280 });
  const post = (path: string, data: unknown) =>
    page.request.post(`${server.url}${path}`, { headers: { origin: server.url }, data });
  await post('/api/session/staff', { login: 'aoki', password: 'tetsuzuki-demo' });
  const begun = await post('/api/builder/drafts', { from: { kind: 'folder', files } });
  const { draftId } = (await begun.json()) as { readonly draftId: string };
  watch = new DraftWatch(page, files, draftId);
  await page.goto(`${server.url}/builder/drafts/${draftId}/workflow?view=list`);
  await page.getByRole('button', { name: '決裁（交付）', exact: true }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const undoButton = () => page.getByRole('button', { name: '元に戻す', exact: true });

describe('an author', () => {
  it.each([...ofReview, ...ofTables, ...ofTexts])(
    '$does ($area), by mouse and by keyboard alike, and back to the same bytes',
    async ({ area, steps, holds }) => {
      const results: ProcedureFiles[] = [];
      for (const hand of [mouseOf(page), keysOf(page)]) {
        const tab = page.getByRole('link', { name: area, exact: true });
        // What was tried before is begun anew.
        if (area === '試す' || (await tab.getAttribute('aria-current')) === null) {
          if (area === '試す') await hand.press(page.getByRole('link', { name: '例', exact: true }));
          await hand.press(tab);
        }
        await steps(hand, page);
        results.push(
          await soon(async () => {
            const files = await watch.saved();
            expect(files).not.toEqual(watch.initial);
            holds(files);
            return files;
          }),
        );
        await soon(async () => {
          if ((await undoButton().getAttribute('aria-disabled')) === null) await hand.undo();
          expect(await watch.saved()).toEqual(watch.initial);
        });
      }
      expect(results[1]).toEqual(results[0]);
    },
  );

  it('reaches every operation on review, tables, letters, texts and examples', () => {
    expect(kindsOf('elsewhere').filter((kind) => !watch.kinds.has(kind))).toEqual([]);
  });

  it('meets no fault on the way', () => page.assertClean());
});
