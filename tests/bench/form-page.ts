import { brotliCompressSync, gzipSync } from 'node:zlib';
import { demoApplicants, demoPassword } from '../../src/demo/demo-accounts.js';
import { newPage, type TestPage } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { type Bench, keyCosts, withServer } from './browser-bench.js';
import { LONG_PAGE, longForms } from './long-form.js';
import { atMost, type Measure } from './report.js';
import { median } from './rounds.js';

const PHONE = 390;
const KILOBYTE = 1_000;

/** A browser that has loaded nothing yet but holds a session, and the address of a fresh draft of that procedure. */
async function visitor(
  { browser, url }: Bench,
  procedureId: string,
): Promise<{ readonly page: TestPage; readonly draft: string }> {
  const page = await newPage(browser, { width: PHONE, hasTouch: true });
  const headers = { origin: url };
  const mail = demoApplicants[0]?.mail;
  await page.request.post(`${url}/api/session/applicant`, {
    data: { mail, password: demoPassword },
    headers,
  });
  const made = await page.request.post(`${url}/api/drafts`, { data: { procedureId }, headers });
  if (!made.ok()) throw new Error(`No draft: ${made.status()} ${await made.text()}`);
  const { id } = (await made.json()) as { readonly id: string };
  return { page, draft: `${url}/drafts/${id}` };
}

const firstField = '.tz-page-form input, .tz-page-form select, .tz-page-form textarea';

async function settled(page: TestPage): Promise<void> {
  await page.locator(firstField).first().waitFor({ timeout: 120_000 });
  await page.waitForLoadState('networkidle', { timeout: 120_000 });
}

interface Weight {
  readonly scripts: number;
  readonly raw: number;
  readonly gzipped: number;
  readonly brotli: number;
}

/**
 * All JavaScript that a browser fetches to show the first page of a form, as its network log has it. What comes by
 * itself is judged; what follows once somebody types a key, so that they go on without a line, is told beside it.
 */
export function benchWeight(): Promise<readonly Measure[]> {
  return withServer({}, async (bench) => {
    const { page, draft } = await visitor(bench, 'jitan-9');
    const scripts = new Set<string>();
    let onTheLine = 0;
    const line = await page.context().newCDPSession(page);
    await line.send('Network.enable');
    line.on('Network.responseReceived', ({ type, response }) => {
      if (type === 'Script') scripts.add(response.url);
    });
    line.on('Network.loadingFinished', ({ encodedDataLength }) => (onTheLine += encodedDataLength));
    await page.goto(draft);
    await settled(page);
    const atRest = new Set(scripts);
    const onTheLineAtRest = onTheLine;
    await page.locator(firstField).first().press('Tab');
    // What the key brings is asked for when the browser has time, not in the same moment.
    await page.evaluate(
      () => new Promise((done) => requestIdleCallback(() => setTimeout(done), { timeout: 5_000 })),
    );
    await page.waitForFunction(quietForHalfASecond, undefined, { timeout: 120_000 });
    const rest = await weigh(page, atRest);
    const begun = await weigh(page, scripts);
    const limit = 150;
    return [
      {
        measure: 'JavaScript of a form page',
        subject: 'jitan-9',
        value: rest.gzipped,
        unit: 'kB gz',
        ratio: rest.gzipped / limit,
        ...atMost(rest.gzipped, limit, 'kB gz'),
        more: {
          scripts: rest.scripts,
          raw_kB: rest.raw,
          br_kB: rest.brotli,
          everything_on_the_line_kB: onTheLineAtRest / KILOBYTE,
          after_the_first_key_kB_gz: begun.gzipped,
          scripts_after_the_first_key: begun.scripts,
        },
      },
    ];
  });
}

/** In the browser. */
function quietForHalfASecond(): boolean {
  const ends = performance.getEntriesByType('resource').map((entry) => entry.startTime + entry.duration);
  return performance.now() - Math.max(0, ...ends) > 500;
}

/** In kilobytes. */
async function weigh(page: TestPage, addresses: ReadonlySet<string>): Promise<Weight> {
  let [raw, gzipped, brotli] = [0, 0, 0];
  for (const address of addresses) {
    const code = await (await page.request.get(address)).body();
    raw += code.length / KILOBYTE;
    gzipped += gzipSync(code, { level: 9 }).length / KILOBYTE;
    brotli += brotliCompressSync(code).length / KILOBYTE;
  }
  return { scripts: addresses.size, raw, gzipped, brotli };
}

/** Main-thread processor time that one key costs in the middle of a page of so many questions, all on one page. */
export async function benchTyping(): Promise<readonly Measure[]> {
  const forms = longForms([40, 300]);
  try {
    return await withServer({ PROCEDURES_DIR: forms.folder }, async (bench) => [
      await typing(bench, 40),
      await typing(bench, 300),
    ]);
  } finally {
    forms.remove();
  }
}

async function typing(bench: Bench, count: number): Promise<Measure> {
  const { page, draft } = await visitor(bench, `long-${count}`);
  await page.goto(`${draft}/${LONG_PAGE}`);
  await settled(page);
  const fields = page.locator('.tz-page-form input[type=text]');
  const ours = await keyCosts(page, fields.nth(Math.floor((count * 0.6) / 2)), { taps: true });
  await page.setContent(`<form>${'<p><label>項目 <input type="text" /></label></p>'.repeat(count)}</form>`);
  // What this browser on this machine takes for as many boxes without a script: days differ more than programs do.
  const bare = median(await keyCosts(page, page.locator('input').nth(Math.floor(count / 2)), { taps: true }));
  await page.context().close();
  const limit = 6;
  const each = median(ours);
  return {
    measure: 'a key typed',
    subject: `${count} questions on one page`,
    value: each,
    unit: 'ms processor',
    ratio: each / limit,
    ...atMost(each, limit, 'ms'),
    more: {
      best: Math.min(...ours),
      worst: Math.max(...ours),
      bare_inputs_without_script: bare,
      ratio_to_bare_inputs: each / bare,
    },
  };
}

/** Chromium's “Slow 4G”, as its developer tools apply it. */
const SLOW_4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1.6 * 1_000_000 * 0.9) / 8,
  uploadThroughput: (0.75 * 1_000_000 * 0.9) / 8,
};

/** Selector → when it was there, by the page's own clock, from the navigation on. */
interface Noted {
  noted?: Record<string, number>;
}

/** Runs in the page, by itself: a test tool that looks again and again costs the page a tenth of a second. */
function noteArrivals(selectors: readonly string[]): void {
  const noted: Record<string, number> = ((globalThis as Noted).noted = {});
  let left = selectors;
  const watch = new MutationObserver(() => {
    const here = left.filter((selector) => document.querySelector(selector) !== null);
    left = left.filter((selector) => !here.includes(selector));
    if (left.length === 0) watch.disconnect();
    if (here.length === 0) return;
    // Once it is drawn and what was begun is done.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => here.forEach((selector) => (noted[selector] = performance.now()))),
    );
  });
  watch.observe(document, { childList: true, subtree: true });
}

async function arrivalOf(page: TestPage, selector: string): Promise<number> {
  const seldom = { polling: 100, timeout: 120_000 };
  const noted = await page.waitForFunction(
    (wanted) => (globalThis as Noted).noted?.[wanted],
    selector,
    seldom,
  );
  return (await noted.jsonValue()) ?? Number.NaN;
}

/** Going on is possible once the program is there. */
const goingOn = '.tz-step [type=submit]:not([disabled])';

/** Answers the first question by the keyboard as soon as it may be answered. @returns how to know that it is kept */
async function answerAtOnce(page: TestPage, draft: string): Promise<() => Promise<void>> {
  const field = page.locator(firstField).first();
  await field.focus();
  await page.keyboard.press('Space');
  if (!(await field.isChecked())) throw new Error('The key did not arrive.');
  const asDraft = draft.replace('/drafts/', '/api/drafts/');
  return async () => {
    await eventually('The answer is saved', async () => {
      const { revision } = (await (await page.request.get(asDraft)).json()) as { readonly revision: number };
      return revision > 0 || undefined;
    });
    if (!(await field.isChecked())) throw new Error('The answer was lost.');
  };
}

/**
 * From the navigation to a field that takes input, nothing cached, on a slow line with a quarter of a processor. The
 * field is answered at that moment; the measure fails when the answer is not on the screen and saved in the end.
 */
export function benchSlowPhone(): Promise<readonly Measure[]> {
  return withServer({}, async (bench) => [await slowPhone(bench, 'ja'), await slowPhone(bench, 'en')]);
}

async function slowPhone(bench: Bench, language: 'ja' | 'en'): Promise<Measure> {
  const times: number[] = [];
  const programs: number[] = [];
  for (let round = 0; round < 3; round++) {
    const { page, draft } = await visitor(bench, 'jitan-9');
    await page.context().addCookies([{ name: 'tetsuzuki.language', value: language, url: bench.url }]);
    await page.addInitScript((chosen) => localStorage.setItem('tetsuzuki.language', chosen), language);
    const line = await page.context().newCDPSession(page);
    await line.send('Network.enable');
    await line.send('Network.emulateNetworkConditions', SLOW_4G);
    await line.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.addInitScript(noteArrivals, [firstField, goingOn]);
    await page.goto(draft, { waitUntil: 'commit' });
    times.push(await arrivalOf(page, firstField));
    const isKept = await answerAtOnce(page, draft);
    programs.push(await arrivalOf(page, goingOn));
    await isKept();
    await page.context().close();
  }
  const limit = 2_500;
  const time = median(times);
  return {
    measure: 'first field, slow phone',
    subject: `jitan-9 in ${language === 'ja' ? 'Japanese' : 'English'}, Slow 4G, processor ÷ 4`,
    value: time,
    unit: 'ms',
    ratio: time / limit,
    ...atMost(time, limit, 'ms'),
    more: { best: Math.min(...times), worst: Math.max(...times), whole_program: median(programs) },
  };
}
