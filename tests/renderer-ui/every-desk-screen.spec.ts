import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { demoPassword } from '../../src/demo/demo-accounts.js';
import { accessibilityFaults, faultsUnseenByAxe } from '../support/accessibility-faults.js';
import { launchBrowser, newPage, type TestPage } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { startServer, type TestServer } from '../support/server.js';
import { settled } from '../support/settled.js';

interface Visit {
  /** As `DeskApp.tsx` has it. */
  readonly path: string;
  /** `:id` is the first that `from` lists, in the part that `list` names. */
  readonly address: string;
  readonly from?: string;
  readonly list?: string;
  /** What is done for a second look: filled in, then pressed. */
  readonly fill?: readonly [selector: string, text: string];
  readonly press?: string;
}

/** Who of the demo looks at what. The other specs of the desk look in Japanese; these looks are in English. */
const VISITS: Readonly<Record<string, readonly Visit[]>> = {
  sato: [
    { path: '/desk', address: '/desk?queue=all-open' },
    { path: '/desk', address: '/desk?queue=on-hold' },
    { path: '/desk/search', address: '/desk/search?q=%E3%81%AA%E3%81%AB%E3%82%8F' },
    { path: '/desk/absence', address: '/desk/absence', press: 'main form [type=submit]' },
    { path: '/desk/account', address: '/desk/account', press: 'main form [type=submit]' },
    { path: '/desk/statistics', address: '/desk/statistics' },
    { path: '/desk/exports', address: '/desk/exports' },
    { path: '/desk/batches', address: '/desk/batches' },
    { path: '/desk/batches/:id', address: '/desk/batches/:id', from: 'batches' },
    { path: '/desk/paper', address: '/desk/paper', press: 'main form [type=submit]' },
    { path: '/desk/paper/:id', address: '/desk/paper/:id', from: 'paper', list: 'drafts' },
    { path: '/desk/letters', address: '/desk/letters' },
    { path: '/desk/deliveries', address: '/desk/deliveries' },
    {
      path: '/desk/applications/:id',
      address: '/desk/applications/:id',
      from: 'applications?queue=stage:jitan-9:first_review',
    },
  ],
  suzuki: [
    { path: '/desk/paper/:id/check', address: '/desk/paper/:id/check', from: 'paper', list: 'drafts' },
  ],
  watanabe: [
    { path: '/desk/visits', address: '/desk/visits' },
    { path: '/desk/visits/:id', address: '/desk/visits/:id', from: 'visits' },
  ],
  kimura: [
    { path: '/desk/opinions', address: '/desk/opinions' },
    { path: '/desk/opinions/:id', address: '/desk/opinions/:id', from: 'opinions' },
  ],
  ito: [
    { path: '/desk/payments', address: '/desk/payments' },
    { path: '/desk/payments/new', address: '/desk/payments/new?procedure=jitan-9' },
    { path: '/desk/payments/accounts', address: '/desk/payments/accounts' },
    { path: '/desk/payments/:id', address: '/desk/payments/:id', from: 'payments', list: 'batches' },
  ],
  kobayashi: [
    { path: '/desk/staff', address: '/desk/staff' },
    { path: '/desk/staff/new', address: '/desk/staff/new', press: 'main form [type=submit]' },
    {
      path: '/desk/staff/import',
      address: '/desk/staff/import',
      fill: ['#import-table', '職員番号,氏名,部署\nmori,,どこにもない課\n'],
      press: 'main form [type=submit]',
    },
    { path: '/desk/staff/departments', address: '/desk/staff/departments' },
    { path: '/desk/staff/:id', address: '/desk/staff/:id', from: 'staff' },
    { path: '/desk/operations', address: '/desk/operations' },
  ],
  ogawa: [
    { path: '/desk/announcements', address: '/desk/announcements' },
    { path: '/desk/announcements/new', address: '/desk/announcements/new' },
    { path: '/desk/announcements/:id', address: '/desk/announcements/:id', from: 'announcements' },
  ],
  nakamura: [
    { path: '/desk/log', address: '/desk/log' },
    { path: '/desk/log/:id', address: '/desk/log/:id', from: 'log' },
  ],
  yoshida: [
    {
      path: '/desk/applications/:id',
      address: '/desk/applications/:id',
      from: 'applications?queue=all-open',
    },
  ],
};

it('stands in the list, each', () => {
  const app = readFileSync('renderer-ui/src/desk/DeskApp.tsx', 'utf8');
  const paths = [...app.matchAll(/path: '([^']+)'/g)].map(([, path]) => path);
  expect(paths.length).toBeGreaterThan(30);
  const visited = Object.values(VISITS).flatMap((visits) => visits.map(({ path }) => path));
  expect(paths.filter((path) => !visited.some((one) => one === path))).toEqual([]);
});

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  const sato = await official('sato', 1280, 'ja');
  // A batch that has been looked at, with a result for each of its rows.
  const place = { queue: 'unassigned', sort: 'due', only: [] };
  const { id } = await ask<{ id: string }>(sato, 'batches', { place });
  const work = { kind: 'action', procedureId: 'jitan-9', action: 'pass' };
  await ask(sato, `batches/${id}/check`, { work });
  await eventually('the batch has been looked at', async () => {
    const { state } = await ask<{ state: string }>(sato, `batches/${id}`);
    return state === 'checked' || undefined;
  });
  await sato.context().close();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function official(login: string, width: number, language: string): Promise<TestPage> {
  const page = await newPage(browser, { width, height: width === 390 ? 844 : 900 });
  await page.addInitScript((chosen) => {
    // A PDF in a frame has no memory of its own.
    if (window === window.top) localStorage.setItem('tetsuzuki.language', chosen);
  }, language);
  await page.request.post(`${server.url}/api/session/staff`, {
    headers: { origin: server.url },
    data: { login, password: demoPassword },
  });
  return page;
}

async function ask<T>(page: TestPage, path: string, data?: object): Promise<T> {
  const answer = await page.request.fetch(`${server.url}/api/desk/${path}`, {
    method: data ? 'POST' : 'GET',
    headers: { origin: server.url },
    ...(data && { data }),
  });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** The id of whatever an answer lists first. */
function firstId(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { id } = answer as { readonly id?: unknown };
  if (typeof id === 'string' || typeof id === 'number') return String(id);
  for (const inside of Object.values(answer)) {
    const found = firstId(inside);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Runs in the page: what takes a press of the mouse, is not reached by the keyboard and holds nothing that is. */
function pressedByMouseAlone(): string[] {
  const reached = 'a[href], button, input, select, textarea, summary, label, dialog, [tabindex]';
  const handlers = ['onClick', 'onDoubleClick', 'onMouseDown', 'onPointerDown'];
  const takes = (element: Element): boolean => {
    const [, props] = Object.entries(element).find(([name]) => name.startsWith('__reactProps$')) ?? [];
    return handlers.some(
      (name) => typeof (props as Record<string, unknown> | undefined)?.[name] === 'function',
    );
  };
  const all = [...document.querySelectorAll('body *')].filter(takes);
  if (all.length === 0) return ['nothing on the page takes a press: what this looks by has another name'];
  return all
    .filter((element) => !element.closest(reached) && !element.querySelector(reached))
    .map((element) => `pressed by mouse alone: ${element.outerHTML.slice(0, 120)}`);
}

/** A folder for pictures of every screen; without it only what CI looks for is looked for. */
const { SIGHTS } = process.env;

describe.each([
  [1280, 'en'],
  ...(SIGHTS === undefined
    ? []
    : ([
        [1280, 'ja'],
        [1920, 'ja'],
      ] as const)),
] as const)('at %d px in %s', (width, language) => {
  it.each(Object.keys(VISITS))('every screen that %s may open is fit for everybody', async (login) => {
    const page = await official(login, width, language);
    page.allowComplaints(/422/);
    const faults: string[] = [];
    let seen = false;
    const look = async (name: string, within?: string): Promise<void> => {
      const found = [
        ...(await accessibilityFaults(page, within)),
        ...(await page.evaluate(pressedByMouseAlone)),
      ];
      if (SIGHTS !== undefined) {
        const path = join(SIGHTS, `${width}-${language}-${login}${name.replaceAll(/[^\w-]+/g, '_')}.png`);
        await page.screenshot({ path, fullPage: true, animations: 'disabled' });
      } else {
        await page.setViewportSize({ width: 390, height: 844 });
        found.push(...(await faultsUnseenByAxe(page)).map((fault) => `at 390 px: ${fault}`));
        await page.setViewportSize({ width, height: 900 });
      }
      faults.push(...found.map((fault) => `${name}: ${fault}`));
    };
    for (const { address, from, list, fill, press } of VISITS[login] ?? []) {
      const listed =
        from === undefined ? { id: '' } : await ask<Readonly<Record<string, unknown>>>(page, from);
      const id = firstId(list === undefined ? listed : (listed as Readonly<Record<string, unknown>>)[list]);
      if (id === undefined) throw new Error(`There is nothing in ${from ?? ''}.`);
      await page.goto(server.url + address.replace(':id', id));
      await page.locator(`html[lang=${language}] main h1`).first().waitFor();
      await page.locator('main .tz-spinner').first().waitFor({ state: 'detached' });
      await settled(page);
      const name = address.replace(/%.*/, '');
      // What stands around every screen is looked at once by each.
      await look(name, seen ? 'main' : undefined);
      seen = true;
      if (press === undefined) continue;
      if (fill) await page.locator(fill[0]).fill(fill[1]);
      await page.locator(press).first().click();
      await settled(page);
      await look(`${name} pressed`, 'main');
    }
    expect(faults).toEqual([]);
    await page.assertClean();
  });
});
