import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { mainFile, startProcess } from './server-process.js';

/** A server of its own and a browser. */
export interface Bench {
  readonly browser: Browser;
  readonly url: string;
}

export async function withServer<T>(
  env: Readonly<Record<string, string>>,
  measure: (bench: Bench) => Promise<T>,
): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tetsuzuki-bench-page-'));
  const server = await startProcess([mainFile], { DATA_DIR: dataDir, LOG_LEVEL: 'error', ...env });
  const browser = await launchBrowser({ isMeasured: true });
  try {
    return await measure({ browser, url: `http://localhost:${server.port}` });
  } finally {
    await browser.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Typing {
  /** A phone has no pointer over the field. */
  readonly taps?: boolean;
  /** Milliseconds from key to key. */
  readonly delay?: number;
  readonly keys?: number;
}

/** Milliseconds of the main thread that a key costs, in each of three rounds. */
export async function keyCosts(
  page: Page,
  field: Locator,
  { taps = false, delay = 100, keys = 20 }: Typing = {},
): Promise<readonly number[]> {
  const line = await page.context().newCDPSession(page);
  await line.send('Performance.enable', { timeDomain: 'threadTicks' });
  await (taps ? field.tap() : field.click());
  await page.keyboard.type('あたため', { delay: 100 });
  const rounds: number[] = [];
  for (let round = 0; round < 3; round++) {
    const before = await busySeconds(line);
    await page.keyboard.type('x'.repeat(keys), { delay });
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    rounds.push((((await busySeconds(line)) - before) / keys) * 1_000);
    // Not nothing: a question without words is a problem, and would be told of.
    await field.fill('質問');
  }
  await line.detach();
  return rounds;
}

async function busySeconds(line: CDPSession): Promise<number> {
  const { metrics } = await line.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}
