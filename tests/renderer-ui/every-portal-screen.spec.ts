import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { accessibilityFaults, faultsOfLargeText } from '../support/accessibility-faults.js';
import { launchBrowser, newPage, type TestPage } from '../support/browser.js';
import { faultsForEveryone } from '../support/everyone-faults.js';
import { goInside } from '../support/go-inside.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

interface Visit {
  /** As `routes.tsx` has it. */
  readonly path: string;
  /** `:announcement`, `:application` and `:draft` are filled in. */
  readonly address: string;
  /** Sent as it is, to be told what is missing. */
  readonly sent?: true;
  /** Also looked at with text of twice the size. */
  readonly large?: true;
}

const CHECKED =
  '/procedures/jitan-9/check?in_osaka=yes&dining=yes&permit=gap&sticker=no&usual_close=early&applied=no';

const OF_EVERYBODY: readonly Visit[] = [
  { path: '/', address: '/', large: true },
  { path: '/procedures', address: '/procedures' },
  { path: '/procedures', address: '/procedures?q=nothing+like+this' },
  { path: '/procedures/:procedureId', address: '/procedures/gold-sticker' },
  { path: '/procedures/:procedureId', address: '/procedures/jitan-9', large: true },
  { path: '/procedures/:procedureId/statistics', address: '/procedures/jitan-9/statistics' },
  { path: '/procedures/:procedureId/questions', address: '/procedures/jitan-9/questions' },
  { path: '/procedures/:procedureId/check', address: '/procedures/gold-sticker/check' },
  { path: '/procedures/:procedureId/check', address: CHECKED },
  { path: '/announcements', address: '/announcements' },
  { path: '/announcements/:announcementId', address: '/announcements/:announcement' },
  { path: '/stop-news/:token', address: '/stop-news/unknown' },
  { path: '/guest/:procedureId/:step?', address: '/guest/enquete', sent: true },
  { path: '/look-up', address: '/look-up', sent: true },
  { path: '/sign-in', address: '/sign-in', sent: true },
  { path: '/register/:step?', address: '/register' },
  { path: '/password-reset/:step?', address: '/password-reset', sent: true },
  { path: '/identity/:step', address: '/identity/failed' },
  { path: '/preview/:token', address: '/preview/unknown' },
  { path: '/verify/:token?', address: '/verify' },
  { path: '/verify/:token?', address: '/verify/unknown' },
  { path: '/help', address: '/help' },
  { path: '/faq', address: '/faq' },
  { path: '/accessibility', address: '/accessibility' },
  { path: '/privacy', address: '/privacy' },
  { path: '*', address: '/no-such-page' },
];

const OF_ONE: readonly Visit[] = [
  { path: '/favourites', address: '/favourites' },
  { path: '/account/sign-in-ways', address: '/account/sign-in-ways' },
  { path: '/account/:section?/:id?', address: '/account' },
  { path: '/account/:section?/:id?', address: '/account/profile' },
  { path: '/account/:section?/:id?', address: '/account/language' },
  { path: '/account/:section?/:id?', address: '/account/news' },
  { path: '/account/:section?/:id?', address: '/account/sessions' },
  { path: '/account/:section?/:id?', address: '/account/close' },
  { path: '/account/:section?/:id?', address: '/account/password', sent: true },
  { path: '/account/:section?/:id?', address: '/account/mail', sent: true },
  { path: '/account/:section?/:id?', address: '/account/add', sent: true },
  { path: '/account/sites', address: '/account/sites' },
  { path: '/drafts/:draftId/:step?', address: '/drafts/:draft', sent: true },
  { path: '/drafts/:draftId/sign', address: '/drafts/:draft/sign' },
  { path: '/applications', address: '/applications', large: true },
  { path: '/messages', address: '/messages' },
  { path: '/notices', address: '/notices' },
  { path: '/applications/:applicationId', address: '/applications/:application' },
  { path: '/applications/:applicationId/messages', address: '/applications/:application/messages' },
  { path: '/applications/:applicationId/receipt', address: '/applications/:application/receipt' },
];

it('stands in the list, each', () => {
  const routes = readFileSync('renderer-ui/src/portal/routes.tsx', 'utf8');
  const paths = [...routes.matchAll(/path: '([^']+)'/g)].map(([, path]) => path);
  expect(paths.length).toBeGreaterThan(30);
  const visited = new Set([...OF_EVERYBODY, ...OF_ONE].map(({ path }) => path));
  expect(paths.filter((path) => path === undefined || !visited.has(path))).toEqual([]);
});

describe.each([
  [390, 'ja'],
  [1280, 'en'],
] as const)('at %d px in %s', (width, language) => {
  const ask = async <T>(page: TestPage, path: string, data?: object): Promise<T> => {
    const headers = { origin: server.url };
    const method = data ? 'POST' : 'GET';
    const answer = await page.request.fetch(`${server.url}/api/${path}`, {
      method,
      headers,
      ...(data && { data }),
    });
    return (answer.status() === 204 ? null : await answer.json()) as T;
  };

  /** What is wrong with each screen, before and after something is missing. */
  const walk = async (
    page: TestPage,
    visits: readonly Visit[],
    known: Readonly<Record<string, string>>,
  ): Promise<readonly string[]> => {
    page.allowComplaints(/40[0-9]|422/);
    await page.addInitScript((chosen) => {
      localStorage.setItem('tetsuzuki.language', chosen);
    }, language);
    // What stands around every screen is looked at once in each walk.
    await page.goto(`${server.url}/faq`);
    await page.locator(`html[lang=${language}] main h1`).first().waitFor({ state: 'attached' });
    const faults = [...(await accessibilityFaults(page))];
    for (const { address, sent, large } of visits) {
      await goInside(
        page,
        address.replace(/:(\w+)/, (_, name: string) => known[name] ?? name),
      );
      const found = [...(await accessibilityFaults(page, 'main')), ...(await faultsForEveryone(page))];
      // The pieces are the same in English.
      if (large && language === 'ja') found.push(...(await faultsOfLargeText(page)));
      if (sent) {
        await page.locator('main form [type=submit]').first().click();
        await page.locator('[aria-invalid=true]').first().waitFor();
        found.push(...(await accessibilityFaults(page, 'main')));
      }
      faults.push(...found.map((fault) => `${address}: ${fault}`));
    }
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    await page.assertClean();
    return faults;
  };

  it('what everybody may see is fit for everybody', async () => {
    const page = await newPage(browser, { width });
    const { announcements } = await ask<{ announcements: readonly { id: string }[] }>(page, 'announcements');
    expect(await walk(page, OF_EVERYBODY, { announcement: announcements[0]?.id ?? '' })).toEqual([]);
  });

  it('what is one’s own is fit for everybody', async () => {
    const page = await newPage(browser, { width });
    await ask(page, 'session/applicant', { mail: 'naniwa@example.jp', password: 'tetsuzuki-demo' });
    const { id: draft } = await ask<{ id: string }>(page, 'drafts', {
      procedureId: 'jitan-9',
      another: true,
    });
    const { applications } = await ask<{ applications: readonly { id: string }[] }>(page, 'applications');
    expect(await walk(page, OF_ONE, { draft, application: applications[0]?.id ?? '' })).toEqual([]);
  });
});
