import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { accessibilityFaults, faultsOfLargeText } from '../support/accessibility-faults.js';
import { launchBrowser, newPage, type TestPage } from '../support/browser.js';
import { faultsForEveryone } from '../support/everyone-faults.js';
import { goInside } from '../support/go-inside.js';
import { startServer, type TestServer } from '../support/server.js';
import { settled } from '../support/settled.js';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

interface Procedure {
  readonly id: string;
  readonly example: string;
}

/** An answer for every kind of question: rows, papers asked for a reason, amounts that explain themselves. */
const JITAN: Procedure = { id: 'jitan-9', example: '27-two-periods' };
const STICKER: Procedure = { id: 'gold-sticker', example: '16-sole-proprietor' };

/** Pages of one kind each, which text of twice the size is tried on. */
const LARGE = ['category', 'store', 'sales', 'documents', 'confirm'];

const GO_ON = /^(?:次へ進む|確認へ進む|Next|Check your answers)$/;

function read(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
}

function pagesOf({ id }: Procedure): readonly string[] {
  const { properties } = read(`procedures/${id}/form.schema.json`);
  return Object.keys(properties as object);
}

/** Signed in, at the home page. */
async function applicant(width: number, language: string): Promise<TestPage> {
  const page = await newPage(browser, { width });
  await page.addInitScript((chosen) => localStorage.setItem('tetsuzuki.language', chosen), language);
  const account = { mail: 'naniwa@example.jp', password: 'tetsuzuki-demo' };
  const headers = { origin: server.url };
  await page.request.post(`${server.url}/api/session/applicant`, { data: account, headers });
  await page.goto(server.url);
  await page.locator(`html[lang=${language}] main h1`).first().waitFor({ state: 'attached' });
  return page;
}

/** Opens a draft of its own. @returns its address */
async function begin(page: TestPage, { id }: Procedure, answers?: unknown): Promise<string> {
  const headers = { origin: server.url };
  const data = { procedureId: id, another: true };
  const begun = await page.request.post(`${server.url}/api/drafts`, { data, headers });
  const draft = (await begun.json()) as { readonly id: string; readonly revision: number };
  if (answers !== undefined) {
    const kept = { revision: draft.revision, answers };
    const saved = await page.request.put(`${server.url}/api/drafts/${draft.id}`, { data: kept, headers });
    expect(saved.status()).toBe(200);
  }
  return `/drafts/${draft.id}`;
}

async function open(page: TestPage, draft: string, name: string): Promise<void> {
  await goInside(page, `${draft}/${name}`);
  await page.locator('.tz-page-form, .tz-answers').first().waitFor();
  await settled(page);
}

/** Papers are named by their ids, which only an upload gives. */
function withoutPapers(answers: unknown): unknown {
  const text = JSON.stringify(answers, (_key, value: unknown) =>
    Array.isArray(value) && typeof value[0] === 'string' && value[0].startsWith('0190f000')
      ? undefined
      : value,
  );
  return JSON.parse(text) as unknown;
}

/**
 * Japanese that stands in the sheet, unfolded or not, as if it were English: neither marked as Japanese (a name, an address, an example
 * of one) nor quoted from a paper that is Japanese.
 */
async function strayJapanese(page: TestPage): Promise<readonly string[]> {
  await settled(page);
  return page.evaluate(() => {
    const sheet = document.querySelector('main');
    const found: string[] = [];
    if (!sheet) return ['no page'];
    const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { textContent, parentElement } = walker.currentNode;
      const said = (textContent ?? '').replaceAll(/“[^”]*”/g, '');
      if (parentElement instanceof HTMLTextAreaElement) continue;
      if (parentElement?.closest('[lang]')?.getAttribute('lang') === 'ja') continue;
      if (/[\u3001-\u30ff\u3400-\u9fff\uff01-\uff9f]/u.test(said)) found.push(`Japanese: ${said}`);
    }
    return found;
  });
}

describe.each([
  [390, 'ja'],
  [1280, 'en'],
] as const)('at %d px in %s', (width, language) => {
  it('every page of a form is fit for everybody, mistakes and all', async () => {
    const page = await applicant(width, language);
    const draft = await begin(page, JITAN);
    const faults: string[] = [];
    for (const name of [...pagesOf(JITAN), 'confirm']) {
      await open(page, draft, name);
      const isForm = name !== 'confirm';
      const within = isForm ? '.tz-step' : undefined;
      const found = [...(await accessibilityFaults(page, within)), ...(await faultsForEveryone(page))];
      if (language === 'ja' && LARGE.includes(name)) found.push(...(await faultsOfLargeText(page)));
      if (isForm) {
        await page.getByRole('button', { name: GO_ON }).click();
        await page.locator('.tz-step .tz-summary').waitFor();
        found.push(...(await accessibilityFaults(page, within)));
      }
      if (language === 'en') found.push(...(await strayJapanese(page)));
      faults.push(...found.map((fault) => `${name}: ${fault}`));
    }
    expect(faults).toEqual([]);
    await page.assertClean();
  });
});

describe('in English', () => {
  it('another form asks, and says what is wrong, without a Japanese word', async () => {
    const page = await applicant(390, 'en');
    const draft = await begin(page, STICKER);
    const stray: Record<string, readonly string[]> = {};
    for (const name of pagesOf(STICKER)) {
      await open(page, draft, name);
      // A page that is not asked of this applicant gives way to the first one.
      if (!page.url().endsWith(name)) continue;
      await page.getByRole('button', { name: GO_ON }).click();
      stray[name] = await strayJapanese(page);
    }
    expect(Object.keys(stray).length).toBeGreaterThan(8);
    expect(Object.entries(stray).filter(([, words]) => words.length > 0)).toEqual([]);
    await page.assertClean();
  });

  it.each([JITAN, STICKER])(
    '$id repeats and explains answers without a Japanese word beside those of the applicant',
    async (procedure) => {
      const page = await applicant(390, 'en');
      const { answers } = read(`procedures/${procedure.id}/examples/${procedure.example}.json`);
      const draft = await begin(page, procedure, withoutPapers(answers));
      const stray: Record<string, readonly string[]> = {};
      for (const name of [...pagesOf(procedure), 'confirm']) {
        await open(page, draft, name);
        stray[name] = await strayJapanese(page);
      }
      expect(Object.entries(stray).filter(([, words]) => words.length > 0)).toEqual([]);
      await page.assertClean();
    },
  );
});
