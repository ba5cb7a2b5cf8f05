import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { accessibilityFaults, faultsOfLargeText } from '../support/accessibility-faults.js';
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

const WIDTHS = [390, 1280];

async function applicant(width: number): Promise<TestPage> {
  const page = await newPage(browser, { width });
  await page.goto(`${server.url}/sign-in?next=/applications`);
  await page.getByRole('button', { name: '株式会社なにわ酒場として入力' }).click();
  await page.getByRole('button', { name: 'ログインする' }).click();
  await page.getByRole('heading', { level: 1, name: 'マイページ' }).waitFor();
  return page;
}

/** A fresh 協力金 draft, open at its first page. */
async function begin(page: TestPage): Promise<void> {
  await page.goto(server.url + (await draftAddress(page)));
  await page.getByRole('heading', { level: 1, name: '申請の区分' }).waitFor();
  await page.locator('.tz-step [type=submit]:enabled').waitFor();
}

/** The address of a fresh draft of 協力金. */
async function draftAddress(page: TestPage): Promise<string> {
  const answer = await page.request.post(`${server.url}/api/drafts`, {
    data: { procedureId: 'jitan-9', another: true },
    headers: { origin: server.url },
  });
  const { id } = (await answer.json()) as { id: string };
  return `/drafts/${id}`;
}

describe('the look for faults', () => {
  it('finds what axe finds, and what axe does not see', async () => {
    const page = await newPage(browser, { width: 390 });
    await page.goto(`${server.url}/help`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.evaluate(() => {
      document.querySelector('main')?.insertAdjacentHTML(
        'beforeend',
        `<img src="/icon.svg">
         <p class="tz-pale">読めない色</p>
         <input>
         <p id="x-error">まちがい</p>
         <fieldset><input aria-label="a"></fieldset>`,
      );
      const pale = document.querySelector<HTMLElement>('.tz-pale');
      if (pale) pale.style.color = '#ccc';
    });
    const kinds = new Set((await accessibilityFaults(page)).map((fault) => fault.split(':')[0]));
    expect([...kinds].sort()).toEqual([
      'a group has no name',
      'color-contrast',
      'image-alt',
      'label',
      'nothing is described by the error',
    ]);
  });
});

describe.each(WIDTHS)('at %d px', (width) => {
  it('an application and its correction are fit for everybody', async () => {
    const page = await applicant(width);
    const faults: Record<string, readonly string[]> = {};
    await page.getByRole('link', { name: '補正の内容を見る' }).first().click();
    await page.getByText('申請した内容を見る').click();
    await page.getByRole('heading', { level: 3, name: '申請する方' }).waitFor();
    faults['application'] = await accessibilityFaults(page);
    await page.getByRole('button', { name: /補正/ }).first().click();
    await page.getByText('担当者からのお願い').first().waitFor();
    faults['correction'] = await accessibilityFaults(page);
    await page.getByRole('button', { name: 'English', exact: true }).first().click();
    await page.locator('html[lang="en"]').waitFor();
    faults['correction in English'] = await accessibilityFaults(page);
    expect(faults).toEqual({ application: [], correction: [], 'correction in English': [] });
    await page.assertClean();
  });
});

describe('a failed attempt', () => {
  it('moves the focus to the summary, and each line of it to its question', async () => {
    const page = await applicant(390);
    await begin(page);
    await page.getByRole('button', { name: '次へ進む' }).click();
    const summary = page.getByRole('group', { name: /入力内容に\d+件の誤りがあります/ });
    await summary.waitFor();
    await soon(async () =>
      expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true),
    );
    await summary.getByRole('link').first().click();
    await soon(async () =>
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('category.applicant_kind'),
    );
    await page.assertClean();
  });
});

describe('going from page to page', () => {
  it('moves the focus to the heading, and from the check to the very question', async () => {
    const page = await applicant(1280);
    await begin(page);
    await page.getByRole('link', { name: /^申請する方/ }).click();
    await page.getByRole('heading', { level: 1, name: '申請する方' }).waitFor();
    await soon(async () => expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1'));
    await page.getByRole('link', { name: /^内容の確認と提出/ }).click();
    await page
      .locator('summary')
      .filter({ hasText: /お店（\d+か所）/ })
      .first()
      .click();
    await page
      .getByRole('link', { name: /お店の種類/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: 'お店' }).waitFor();
    await soon(async () =>
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('store.category'),
    );
    await page.assertClean();
  });
});

describe('text of twice the size', () => {
  it('is read in the mailbox of a demo without pushing the page sideways', async () => {
    const page = await applicant(390);
    await page.goto(`${server.url}/mailbox`);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await faultsOfLargeText(page)).toEqual([]);
    await page.assertClean();
  });
});

describe('whoever goes by keyboard', () => {
  it('sees where the focus is, and may jump over the menu', async () => {
    const page = await newPage(browser, { width: 1280 });
    await page.goto(server.url);
    await page.getByRole('heading', { level: 3 }).first().waitFor();
    await settled(page);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: '本文へ移動' });
    await soon(async () => expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true));
    await soon(async () => expect(await skip.isVisible()).toBe(true));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const ring = await page.locator(':focus').evaluate((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return { inMain: element.closest('main') !== null, outlineStyle, outlineWidth };
    });
    expect(ring).toEqual({ inMain: true, outlineStyle: 'solid', outlineWidth: '4px' });
    await page.assertClean();
  });
});

describe('the language', () => {
  it('changes every word of the frame, the title and the lang of the page, and stays chosen', async () => {
    const page = await newPage(browser, { width: 390 });
    await page.goto(`${server.url}/sign-in`);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await soon(async () => expect(await page.evaluate(() => document.documentElement.lang)).toBe('en'));
    await soon(async () => expect(await page.title()).toContain('Sign in'));
    await page.assertClean();
  });
});

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

describe('the look for what is not all there', () => {
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
