import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser, newPage, type TestPage } from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';
import { settled } from '../support/settled.js';

let server: TestServer;
let browser: Browser;
let page: TestPage;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  page = await newPage(browser, { width: 390 });
  await page.goto(`${server.url}/sign-in`);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Fill in as 株式会社なにわ酒場' }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));
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
const procedures: readonly Procedure[] = [
  { id: 'jitan-9', example: '27-two-periods' },
  { id: 'gold-sticker', example: '16-sole-proprietor' },
];

function read(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
}

function pagesOf({ id }: Procedure): readonly string[] {
  const { properties } = read(`procedures/${id}/form.schema.json`);
  return Object.keys(properties as object);
}

/** Opens a draft of its own. @returns its address */
async function begin({ id }: Procedure, answers?: unknown): Promise<string> {
  const headers = { origin: server.url };
  const begun = await page.request.post(`${server.url}/api/drafts`, {
    data: { procedureId: id, another: true },
    headers,
  });
  const draft = (await begun.json()) as { readonly id: string; readonly revision: number };
  if (answers !== undefined) {
    const data = { revision: draft.revision, answers };
    const saved = await page.request.put(`${server.url}/api/drafts/${draft.id}`, { data, headers });
    expect(saved.status()).toBe(200);
  }
  return `${server.url}/drafts/${draft.id}`;
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
async function strayJapanese(): Promise<string[]> {
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
      if (/[\u3001-\u30ff\u3400-\u9fff\uff01-\uff9f]/u.test(said)) found.push(said);
    }
    return found;
  });
}

async function goTo(draft: string, name: string): Promise<void> {
  await page.goto(`${draft}/${name}`);
  await page.locator('.tz-page-form, .tz-answers').first().waitFor();
  await settled(page);
}

describe.each(procedures)('$id, in English', (procedure) => {
  it('asks, and says what is wrong, without a Japanese word', async () => {
    const draft = await begin(procedure);
    const stray: Record<string, string[]> = {};
    for (const name of pagesOf(procedure)) {
      await goTo(draft, name);
      // A page that is not asked of this applicant gives way to the first one.
      if (!page.url().endsWith(name)) continue;
      await page.getByRole('button', { name: /^(Next|Check your answers)$/ }).click();
      stray[name] = await strayJapanese();
    }
    expect(Object.keys(stray).length).toBeGreaterThan(8);
    expect(Object.entries(stray).filter(([, words]) => words.length > 0)).toEqual([]);
  });

  it('repeats and explains answers without a Japanese word beside those of the applicant', async () => {
    const { answers } = read(`procedures/${procedure.id}/examples/${procedure.example}.json`);
    const draft = await begin(procedure, withoutPapers(answers));
    const stray: Record<string, string[]> = {};
    for (const name of [...pagesOf(procedure), 'confirm']) {
      await goTo(draft, name);
      stray[name] = await strayJapanese();
    }
    expect(Object.entries(stray).filter(([, words]) => words.length > 0)).toEqual([]);
  });
});
