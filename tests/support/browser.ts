import { existsSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { packagedChromium } from './packaged-chromium.js';
import { patience } from './patience.js';
import { watchRequests } from './settled.js';
import { slowDown } from './slow-context.js';

/** A page that remembers what went wrong in it. */
export interface TestPage extends Page {
  /** Rejects when a script failed, the console showed an error, the content policy was broken, or an outside host was called. */
  assertClean(): Promise<void>;
  /** Complaints that the spec provokes on purpose, e.g. `/422/` for a refused submission. */
  allowComplaints(pattern: RegExp): void;
}

/**
 * Chromium takes the last list alone: the first three lines are what Playwright leaves out itself. The last are pages of
 * the browser's own, for the search from its address bar: two for each window, which cost more than most of our screens.
 */
const withoutFeatures = [
  'AimEnabled,AvoidCorsURLLoaderRestartOnRedirect,AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable,HttpsUpgrades,LensOverlay,MediaRouter,NetworkTimeServiceQuerying',
  'OptimizationHints,PaintHolding,PreconnectToSearch,ThirdPartyStoragePartitioning',
  'WebUIOmniboxAimPopup,WebUIOmniboxPopup',
];

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${withoutFeatures.join(',')}`,
];

/** Collecting garbage and compiling on threads of their own costs more in all than it saves where no processor is idle. */
const sparingFlags = ['--js-flags=--single-threaded'];

/**
 * Chromium named by CHROMIUM_PATH, or the one of the system, or the one that npm brings.
 *
 * @param options.isMeasured leaves it as quick for one page as people have it
 */
export async function launchBrowser({ isMeasured = false } = {}): Promise<Browser> {
  const { executablePath, env } = await installedChromium();
  const args = isMeasured ? flags : [...flags, ...sparingFlags];
  return chromium.launch({ executablePath, args, ...(env ? { env } : {}) });
}

async function installedChromium(): Promise<{ executablePath: string; env?: Record<string, string> }> {
  const installed = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
    (path) => path && existsSync(path),
  );
  if (installed) return { executablePath: installed };
  const { executablePath, env } = await packagedChromium();
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { executablePath, env: { ...Object.fromEntries(inherited), ...env } };
}

/**
 * A browser that keeps cookies and storage in a folder, as a person's own does: for what must outlive its end.
 * @param size CSS pixels
 */
export async function launchPersistent(
  folder: string,
  size: { readonly width: number; readonly height: number },
): Promise<BrowserContext> {
  const { executablePath, env } = await installedChromium();
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    args: flags,
    viewport: size,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    ...(env ? { env } : {}),
  });
  context.setDefaultTimeout(patience);
  watchRequests(context);
  await slowDown(context);
  return context;
}

/**
 * A page with its own cookies and storage.
 * @param options.width CSS pixels; 390 is a phone
 */
export async function newPage(
  browser: Browser,
  options: { width?: number; height?: number; locale?: string } & BrowserContextOptions = {},
): Promise<TestPage> {
  const { width = 1280, height = 900, locale = 'ja-JP', ...rest } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    locale,
    timezoneId: 'Asia/Tokyo',
    ...rest,
  });
  context.setDefaultTimeout(patience);
  watchRequests(context);
  await slowDown(context);
  const page = await context.newPage();
  const complaints: string[] = [];
  // A page that is left in the middle of a save meets its own words on the next: the two are brought together after this.
  const allowed: RegExp[] = [/status of 409 \(Conflict\) \S+\/api\/drafts\/[\w-]+$/];

  // A breach of the content policy is an error in the console, too.
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => complaints.push(`script: ${error.stack ?? error.message}`));
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    const ours = !protocol.startsWith('http') || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
    if (!ours) complaints.push(`outside call: ${request.url()}`);
  });

  return Object.assign(page, {
    async assertClean() {
      // What happened before this answer has been told by the time it comes.
      if (!page.isClosed()) await page.evaluate(() => document.readyState);
      const unexpected = complaints.filter((text) => !allowed.some((pattern) => pattern.test(text)));
      if (unexpected.length > 0) throw new Error(`The page is not clean:\n${unexpected.join('\n')}`);
    },
    allowComplaints(pattern: RegExp) {
      allowed.push(pattern);
    },
  });
}
