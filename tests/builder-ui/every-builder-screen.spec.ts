import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { demoPassword } from '../../src/demo/demo-accounts.js';
import { readFolder } from '../../src/procedures/read-folder.js';
import { accessibilityFaults, faultsUnseenByAxe } from '../support/accessibility-faults.js';
import { launchBrowser, newPage, type TestPage } from '../support/browser.js';
import { goInside } from '../support/go-inside.js';
import { startServer, type TestServer } from '../support/server.js';
import { sight } from '../support/sight.js';
import { soon } from '../support/soon.js';

interface Visit {
  /** As `BuilderApp.tsx` has it; of the portal for a shared link. */
  readonly path: string;
  /** As `areas.ts` has it. */
  readonly area?: string;
  /** `:draft`, `:publication` and `:link` are filled in. */
  readonly address: string;
  /** What of the screen comes last. */
  readonly shows: string;
  /** Pressed for a second look. */
  readonly press?: string;
}

const ofDraft = (area: string, shows: string, more: { at?: string; press?: string } = {}): Visit => ({
  path: '/builder/drafts/:id/:area?',
  area,
  address: `/builder/drafts/:draft/${area}${more.at ?? ''}`,
  shows,
  ...(more.press !== undefined && { press: more.press }),
});

const VISITS: readonly Visit[] = [
  { path: '/builder', address: '/builder', shows: '.builder-table', press: '.builder-list__head button' },
  ofDraft('basics', '.basics__section', { press: '.help-button' }),
  ofDraft('form', '[role=tree]', { at: '?at=plan.other_amount' }),
  ofDraft('form', '[role=tree]', { at: '?at=plan.grant' }),
  ofDraft('workflow', '.react-flow__node'),
  ofDraft('workflow', '.flow-inspector__head', { at: '?view=list&at=workflow.json%23%2Fstages%2Freview' }),
  ofDraft('tables', '[role=grid]'),
  ofDraft('messages', '.letter__lines'),
  ofDraft('notices', '.letter__lines'),
  ofDraft('english', '.english__lines'),
  ofDraft('try', '.try-begin', { press: '.try-begin button' }),
  ofDraft('examples', '.examples-table .tz-chip'),
  ofDraft('publish', '.builder-publishing [aria-busy=false]', {
    press: '.builder-bar__tools button:last-child',
  }),
  { path: '/builder/procedures/:id', address: '/builder/procedures/jitan-9', shows: '.builder-versions' },
  {
    path: '/builder/publications/:id',
    address: '/builder/publications/:publication',
    shows: '.builder-publishing',
  },
  { path: '/preview/:token', address: '/preview/:link', shows: 'main h2' },
];

it('stands in the list, each', () => {
  const namesIn = (file: string, pattern: RegExp): readonly string[] =>
    [...readFileSync(`builder-ui/src/${file}`, 'utf8').matchAll(pattern)].map(([, name]) => name ?? '');
  const paths = namesIn('BuilderApp.tsx', /path: '([^']+)'/g);
  const areas = namesIn('draft/areas.ts', /name: '([^']+)'/g);
  expect([paths.length > 3, areas.length > 9]).toEqual([true, true]);
  expect(paths.filter((path) => !VISITS.some((visit) => visit.path === path))).toEqual([]);
  expect(areas.filter((area) => !VISITS.some((visit) => visit.area === area))).toEqual([]);
});

let server: TestServer;
let browser: Browser;
/** What the addresses name. */
let known: Readonly<Record<string, string>>;

beforeAll(async () => {
  const [started, launched, files] = await Promise.all([
    startServer(),
    launchBrowser(),
    readFolder('src/cli/new/start'),
  ]);
  [server, browser] = [started, launched];
  const page = await author(1280, 'ja');
  const post = async <T>(path: string, data: unknown): Promise<T> => {
    const answer = await page.request.post(`${server.url}/api/builder/${path}`, {
      headers: { origin: server.url },
      data,
    });
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const from = { kind: 'folder', files };
  const { draftId: asked } = await post<{ draftId: string }>('drafts', { from });
  const ask = { revision: 1, note: '新しい補助金です。', startsAt: null, choices: [] };
  const { id: publication } = await post<{ id: string }>(`drafts/${asked}/publications`, ask);
  const { draftId: draft } = await post<{ draftId: string }>('drafts', {
    from: { kind: 'procedure', id: 'jitan-9' },
  });
  const { address } = await post<{ address: string }>(`drafts/${draft}/links`, { days: 7 });
  known = { draft: asked, publication, link: address.split('/').at(-1) ?? '' };
  await page.context().close();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function author(width: number, language: string, login = 'aoki'): Promise<TestPage> {
  const page = await newPage(browser, { width });
  await page.addInitScript((chosen) => {
    localStorage.setItem('tetsuzuki.language', chosen);
  }, language);
  await page.request.post(`${server.url}/api/session/staff`, {
    headers: { origin: server.url },
    data: { login, password: demoPassword },
  });
  return page;
}

const filledIn = (address: string): string =>
  address.replace(/:(\w+)/, (_, name: string) => known[name] ?? name);

/** A folder for pictures of every screen; without it only what CI looks for is looked for. */
const { SIGHTS } = process.env;

describe.each([
  [1280, 'ja'],
  [390, 'en'],
  ...(SIGHTS === undefined
    ? []
    : ([
        [1920, 'ja'],
        [1280, 'en'],
        [390, 'ja'],
      ] as const)),
] as const)('at %d px in %s', (width, language) => {
  it('every screen of the builder is fit for everybody', async () => {
    const page = await author(width, language);
    const faults: string[] = [];
    // The screens are the same in both but for their width and words: axe looks at each once, unless for pictures.
    const isWhole = width === 1280 || SIGHTS !== undefined;
    const look = async (name: string, within?: string): Promise<void> => {
      const found = await (isWhole ? accessibilityFaults(page, within) : faultsUnseenByAxe(page));
      faults.push(...found.map((fault) => `${name}: ${fault}`));
      await sight(page, `${width}-${language}-${name.replaceAll(/[^\w-]+/g, '_')}`);
    };
    for (const { address, shows, press } of VISITS) {
      await page.goto(server.url + filledIn(address));
      await page.locator(`html[lang=${language}] ${shows}`).first().waitFor();
      await look(address);
      if (press === undefined) continue;
      await page.locator(press).last().click();
      await look(`${address} pressed`, 'main');
    }
    expect(faults).toEqual([]);
    await page.assertClean();
  });
});

/** Of a draft: what may be used by whoever only looks at it. */
const MAY_BE_USED = [
  '.builder-canvas *',
  '[type=search]',
  '.flow-view *',
  '.letter-preview *',
  '.english__tools *',
  '.try-begin *',
  '[readonly]',
];
const VERBS =
  /^(元に戻す|やり直す|質問を足す|ページを足す|削除|この文面を削除|メールを作る|通知書を作る|表を作る|この表を削除|行を追加|上へ|下へ|公開を申請する)$/;

it('who may only look at a draft sees every part of it, and nothing there that would change it', async () => {
  const page = await author(1280, 'ja', 'hayashi');
  for (const { area, address, shows } of VISITS) {
    if (area === undefined) continue;
    const to = filledIn(address);
    // From area to area as a link does; the first is fetched, and another choice within one is, too.
    const isLink = page.url().startsWith(`${server.url}/builder/drafts`) && !page.url().includes(`/${area}`);
    await (isLink ? goInside(page, to) : page.goto(server.url + to));
    await page.locator(shows).first().waitFor();
    await page.getByText('この下書きは見るだけです。').waitFor();
    const boxes = await page
      .locator('main :is(input, textarea, select):enabled')
      .evaluateAll(
        (found, allowed) =>
          found.filter((one) => !one.matches(allowed)).map((one) => one.outerHTML.slice(0, 120)),
        MAY_BE_USED.join(),
      );
    const verbs = await page.locator('main button:enabled').allInnerTexts();
    expect({ area, boxes, verbs: verbs.filter((words) => VERBS.test(words.trim())) }).toEqual({
      area,
      boxes: [],
      verbs: [],
    });
    if (area === 'basics') expect(await accessibilityFaults(page)).toEqual([]);
  }
  await page.assertClean();
});

it('a mail is shown as it reaches whoever wants English', async () => {
  const page = await author(1280, 'ja');
  await page.goto(`${server.url}/builder/drafts/${known['draft'] ?? ''}/messages?at=messages/granted.md`);
  await page.getByLabel('受け取る人のメールの言語').selectOption('英語');
  const paper = page.locator('.paper[lang=en]');
  await paper.getByText('247,000').first().waitFor();
  await page.getByRole('button', { name: '本物のメールを開く' }).click();
  const real = page.getByRole('dialog', { name: '本物のメール' }).locator('pre');
  await real.getByText('247,000').waitFor();
  for (const shown of [paper, real])
    await soon(async () => expect(await shown.innerText()).not.toContain('補助の額'));
  await page.getByRole('dialog', { name: '本物のメール' }).getByRole('button', { name: '閉じる' }).click();
  // What may be without an answer is told of beside the line that it would leave a gap in, as soon as it is put in.
  const line = page.locator('.letter-line').nth(2);
  await line.getByRole('textbox').click();
  await page
    .getByLabel('3行目に差し込む項目', { exact: true })
    .selectOption({ label: '設置の計画 › ほかの補助の額（円）' });
  await page.getByRole('button', { name: '3行目に差し込む項目を差し込む' }).click();
  await line.getByText(/ほかの補助の額（円）〕は答えがないことがあり/).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: '元に戻す' }).click();
  await line.getByText(/答えがないことがあり/).waitFor({ state: 'detached' });
  await page.assertClean();
});

it('an author of one department is shown what is theirs, and of the rest that it is not', async () => {
  const page = await author(1280, 'ja', 'ishii');
  page.allowComplaints(/404/);
  await page.goto(`${server.url}/builder`);
  await page.getByRole('button', { name: '新しい手続を作る' }).waitFor();
  // The list is drawn with its button, and has none of what 経営支援課 writes.
  await soon(async () => expect(await page.getByText('防犯カメラ設置費補助金').count()).toBe(0));
  // Whoever changes the language reads the titles in it, too.
  await page.getByRole('button', { name: 'English', exact: true }).click();
  await page.getByRole('rowheader', { name: /Gold Sticker/ }).waitFor();
  await page.goto(`${server.url}/builder/drafts/${known['draft'] ?? ''}/form`);
  await page.getByRole('heading', { level: 1, name: '下書きが見つかりません' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.assertClean();
});
