import type { Locator } from 'playwright-core';
import { demoPassword } from '../../src/demo/demo-accounts.js';
import { newPage, type TestPage } from '../support/browser.js';
import { type Bench, keyCosts, withServer } from './browser-bench.js';
import { largeDraft } from './large-draft.js';
import { atMost, type Measure } from './report.js';
import { median } from './rounds.js';

const FIELDS = 300;
const STAGES = 40;
const KEY_LIMIT = 16;
const PROBLEMS_LIMIT = 200;
/** Longer than a box waits for its author to go on (`use-paused.ts`): each key becomes a change of the draft. */
const PAUSED = 450;

/** Editing a large draft: what a key costs in the inspectors, and how soon problems are told. */
export function benchBuilder(): Promise<readonly Measure[]> {
  return withServer({}, async (bench) => {
    const { page, draft } = await author(bench);
    const bare = await bareInputs(bench);
    const subject = `${FIELDS} fields, ${STAGES} stages`;
    const key = (where: string, costs: readonly number[], more: Measure['more'] = {}): Measure => ({
      measure: 'a key typed',
      subject: `${where}, ${subject}`,
      value: median(costs),
      unit: 'ms processor',
      ratio: median(costs) / KEY_LIMIT,
      ...atMost(median(costs), KEY_LIMIT, 'ms'),
      more: {
        best: Math.min(...costs),
        worst: Math.max(...costs),
        bare_inputs_without_script: bare,
        to_bare_inputs: median(costs) / bare,
        ...more,
      },
    });
    await page.goto(`${draft}/form?at=part5.q2`);
    const question = page.locator('#builder-inspector').getByRole('textbox', { name: '質問', exact: true });
    await checked(page, question);
    const typed = await keyCosts(page, question);
    const paused = await keyCosts(page, question, { delay: PAUSED, keys: 6 });
    const told = await problemTimes(page);
    await page.goto(`${draft}/workflow?view=list&at=workflow.json%23%2Fstages%2Fdesk20`);
    const stage = page.locator('.flow-inspector').getByLabel(/^職員が見る名前/);
    await checked(page, stage);
    const inList = await keyCosts(page, stage);
    await page.goto(`${draft}/workflow?at=workflow.json%23%2Fstages%2Fdesk20`);
    await checked(page, stage);
    const inPicture = await keyCosts(page, stage);
    await page.context().close();
    return [
      key('inspector of a question', typed, { when_its_author_pauses_after_each: median(paused) }),
      key('inspector of a stage, list', inList),
      key('inspector of a stage, picture', inPicture),
      {
        measure: 'problems after a change',
        subject,
        value: median(told),
        unit: 'ms',
        ratio: median(told) / PROBLEMS_LIMIT,
        ...atMost(median(told), PROBLEMS_LIMIT, 'ms'),
        more: { best: Math.min(...told), worst: Math.max(...told) },
      },
    ];
  });
}

async function author({ browser, url }: Bench): Promise<{ readonly page: TestPage; readonly draft: string }> {
  const page = await newPage(browser, { width: 1280 });
  const headers = { origin: url };
  await page.request.post(`${url}/api/session/staff`, {
    data: { login: 'aoki', password: demoPassword },
    headers,
  });
  const from = { kind: 'folder', files: await largeDraft(FIELDS, STAGES) };
  const made = await page.request.post(`${url}/api/builder/drafts`, { data: { from }, headers });
  if (!made.ok()) throw new Error(`No draft: ${made.status()} ${await made.text()}`);
  const { draftId } = (await made.json()) as { readonly draftId: string };
  return { page, draft: `${url}/builder/drafts/${draftId}` };
}

/** The control is there, and the compiler has looked at the whole. */
async function checked(page: TestPage, control: Locator): Promise<void> {
  await control.waitFor({ timeout: 120_000 });
  await page.locator('.builder-bar .tz-icon').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.builder-bar [aria-busy]') === null);
  await page.waitForLoadState('networkidle', { timeout: 120_000 });
}

async function bareInputs({ browser }: Bench): Promise<number> {
  const page = await newPage(browser, { width: 1280 });
  await page.setContent(`<form>${'<p><label>項目 <input type="text" /></label></p>'.repeat(FIELDS)}</form>`);
  const costs = await keyCosts(page, page.locator('input').nth(FIELDS / 2));
  await page.context().close();
  return median(costs);
}

const ROUNDS = 5;

/** From the key that takes a question away (or brings it back) to the problems that say so, by the page's own clock. */
async function problemTimes(page: TestPage): Promise<readonly number[]> {
  await page.locator('[role=treeitem][data-path="part5.q7"]').click();
  await page.keyboard.press('Delete');
  await page.getByRole('dialog').getByRole('button', { name: '削除する' }).click();
  await page.locator('.builder-bad').waitFor();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++)
    for (const [key, isBad] of [
      ['Control+z', false],
      ['Control+Shift+z', true],
    ] as const) {
      await checked(page, page.getByRole('tree'));
      await page.locator('[role=treeitem]').first().focus();
      // Asked and pressed at once, the key may come before the page listens for it.
      const watched = await page.evaluateHandle(watchTelling, isBad);
      await page.keyboard.press(key);
      times.push(await watched.evaluate(({ told }) => told));
      await watched.dispose();
    }
  return times;
}

/** Runs in the page, which listens from then on. */
function watchTelling(isBad: boolean): { readonly told: Promise<number> } {
  let began = Number.NaN;
  addEventListener('keydown', ({ timeStamp }) => (began = timeStamp), { capture: true });
  const told = new Promise<number>((resolve, reject) => {
    setTimeout(() => reject(new Error('Nobody told of the problem.')), 30_000);
    const watch = new MutationObserver(() => {
      if ((document.querySelector('.builder-bad') !== null) !== isBad) return;
      watch.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - began));
    });
    watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  return { told };
}
