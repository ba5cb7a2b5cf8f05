import type { BrowserContext, CDPSession, Page } from 'playwright-core';

/** How many times slower than this machine a browser under test shall be: TEST_SLOWDOWN, 1 when it is not set. */
export const slowdown = Math.max(1, Number(process.env.TEST_SLOWDOWN ?? 1));

/** Milliseconds that an answer of the server is later, for each time of the slowdown. */
const LATER_MS = 50;

/**
 * Every page of the context is as on a slow phone behind a slow line, so that a spec which looks before the page has
 * come that far fails here and not by chance. What a spec does to requests itself (routes, no line) stays as it is.
 */
export async function slowDown(context: BrowserContext): Promise<void> {
  if (slowdown === 1) return;
  await context.addInitScript(answersComeLate, slowdown * LATER_MS);
  context.on('page', (page) => void throttle(page));
  await Promise.all(context.pages().map(throttle));
}

const sessions = new WeakMap<Page, CDPSession>();

/** A page may be gone before it is slow, e.g. one that saves a file. */
async function throttle(page: Page): Promise<void> {
  try {
    const session = await page.context().newCDPSession(page);
    sessions.set(page, session);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  } catch (error) {
    if (!page.isClosed()) throw error;
  }
}

/** For what only looks at a page and takes its time, as axe does. */
export async function atFullSpeed<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const session = sessions.get(page);
  await session?.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  try {
    return await look();
  } finally {
    await session?.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  }
}

/** Runs in the page, before its own scripts. */
function answersComeLate(delay: number): void {
  const toCome = Object.assign(globalThis, { answersToCome: 0 });
  const late = async (): Promise<void> => {
    toCome.answersToCome += 1;
    await new Promise((resolve) => setTimeout(resolve, delay / 2));
    toCome.answersToCome -= 1;
  };
  const ofApi = (address: string): boolean => new URL(address, location.href).pathname.startsWith('/api/');

  const fetchNow = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!ofApi(address)) return fetchNow(input, init);
    // What a page sends in its last moment leaves at once.
    if (!init?.keepalive) await late();
    try {
      return await fetchNow(input, init);
    } finally {
      await late();
    }
  };

  const sendNow = XMLHttpRequest.prototype.send;
  const abortNow = XMLHttpRequest.prototype.abort;
  const aborted = new WeakSet<XMLHttpRequest>();
  XMLHttpRequest.prototype.abort = function () {
    aborted.add(this);
    abortNow.call(this);
  };
  XMLHttpRequest.prototype.send = function (body) {
    void late().then(() => {
      if (!aborted.has(this)) sendNow.call(this, body);
    });
  };
}
