import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser, newPage, type TestPage } from '../support/browser.js';
import {
  brokenForcedColours,
  clippedTexts,
  movingParts,
  widerThanScreen,
} from '../support/everyone-faults.js';
import { startServer, type TestServer } from '../support/server.js';
import { soon } from '../support/soon.js';
import { settled } from '../support/settled.js';

/** Addresses of the portal; `{draft}` and `{application}` are the signed-in person's own. One line is one screen. */
const forEverybody = [
  '/',
  '/procedures',
  '/procedures/jitan-9',
  '/procedures/jitan-9/questions',
  '/procedures/jitan-9/check',
  '/announcements',
  '/sign-in',
  '/register',
  '/password-reset',
  '/look-up',
  '/verify',
  '/help',
  '/faq',
  '/accessibility',
  '/privacy',
  '/no-such-page',
];
const forApplicants = [
  '/favourites',
  '/account',
  '/account/profile',
  '/account/mail',
  '/account/password',
  '/account/news',
  '/account/add',
  '/account/sessions',
  '/account/close',
  '/account/sites',
  '/applications',
  '/messages',
  '/notices',
  '/applications/{application}',
  '/applications/{application}/messages',
  '/applications/{application}/receipt',
  ...['category', 'applicant', 'store', 'compliance', 'sales', 'bank', 'documents', 'pledges', 'confirm'].map(
    (step) => `/drafts/{draft}/${step}`,
  ),
];

/** The frames and pieces are the same in English; here its words are long. */
const inEnglish = new Set([
  '/',
  '/procedures/jitan-9',
  '/procedures/jitan-9/questions',
  '/register',
  '/account',
  '/account/profile',
  '/applications',
  '/applications/{application}',
  '/drafts/{draft}/sales',
  '/drafts/{draft}/confirm',
]);

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

/** Signed in, with a draft of their own and an application that came with the demo. */
async function ownThings(page: TestPage): Promise<Readonly<Record<string, string>>> {
  const headers = { origin: server.url };
  const account = { mail: 'naniwa@example.jp', password: 'tetsuzuki-demo' };
  await page.request.post(`${server.url}/api/session/applicant`, { data: account, headers });
  const begin = { procedureId: 'jitan-9', another: true };
  const begun = await page.request.post(`${server.url}/api/drafts`, { data: begin, headers });
  const listed = await page.request.get(`${server.url}/api/applications`);
  const { applications } = (await listed.json()) as { applications: { id: string }[] };
  return {
    draft: ((await begun.json()) as { id: string }).id,
    application: applications[0]?.id ?? '',
  };
}

async function open(page: TestPage, address: string): Promise<void> {
  await page.goto(`${server.url}${address}`);
  await page.locator('main h1').first().waitFor();
  await page.locator('body:not(:has(.tz-spinner))').waitFor();
  await settled(page);
}

// 320 px are a screen of 1280 px at 400 %. The settings do not touch each other, so that one visit shows them all.
describe.each(['ja', 'en'])(
  'at 400 %%, with forced colours, less motion and wide text, in %s',
  (language) => {
    it('every screen of the portal is all there', async () => {
      const page = await newPage(browser, {
        width: 320,
        height: 640,
        forcedColors: 'active',
        reducedMotion: 'reduce',
      });
      await page.addInitScript((chosen) => localStorage.setItem('tetsuzuki.language', chosen), language);
      page.allowComplaints(/404/);
      const faults: Record<string, readonly string[]> = {};
      const visit = async (screen: string, own: Readonly<Record<string, string>>): Promise<void> => {
        if (language === 'en' && !inEnglish.has(screen)) return;
        await open(
          page,
          screen.replace(/\{(\w+)\}/, (_, name: string) => own[name] ?? ''),
        );
        const found = [
          ...(await page.evaluate(widerThanScreen)),
          ...(await page.evaluate(brokenForcedColours)),
          ...(await page.evaluate(movingParts)),
          ...(await page.evaluate(clippedTexts)),
        ];
        if (found.length > 0) faults[screen] = found;
      };
      for (const screen of forEverybody) await visit(screen, {});
      const own = await ownThings(page);
      for (const screen of forApplicants) await visit(screen, own);
      expect(faults).toEqual({});
      await soon(async () => expect(await page.evaluate(() => document.documentElement.lang)).toBe(language));
      await page.assertClean();
    });
  },
);

describe('whoever loses the line', () => {
  it('reads so where a ring would turn, and goes on by itself when the line is back', async () => {
    const page = await newPage(browser, { width: 390 });
    await page.goto(server.url);
    await page.getByRole('heading', { level: 3 }).first().waitFor();
    await page.getByRole('searchbox').first().click();
    await page.locator('[role="status"].tz-offline').waitFor({ state: 'attached' });
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'よくあるご質問' }).last().click();
    await page.getByText('オフラインです。つながると表示されます。').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('heading', { level: 1, name: 'よくあるご質問' }).waitFor();
    await page.context().close();
  });
});

describe('what looks for it', () => {
  it('finds a box that is too wide, a button without an edge, a turning ring and a cut text', async () => {
    const page = await newPage(browser, { width: 320, forcedColors: 'active' });
    await page.setContent(`
      <style>
        @keyframes turn { to { rotate: 360deg } }
        .wide { width: 400px } .bare { border: 0 } .ring { animation: turn 1s infinite }
        .cut { height: 20px; width: 60px; overflow: hidden; font-size: 16px; line-height: 20px }
      </style>
      <p class="wide">a</p><button class="bare">b</button><i class="ring">c</i><p class="cut">Quite long</p>`);
    const said = [
      await page.evaluate(widerThanScreen),
      await page.evaluate(brokenForcedColours),
      await page.evaluate(movingParts),
      await page.evaluate(clippedTexts),
    ];
    expect(said.map((faults) => faults.length > 0)).toEqual([true, true, true, true]);
  });
});
