import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, Page, Request } from 'playwright-core';
import { patience } from './patience.js';

/** What changes the page when it comes. */
const WAITED_FOR = new Set(['document', 'fetch', 'xhr', 'script', 'stylesheet', 'font']);

const underWay = new WeakMap<Page, Set<Request>>();

/** Remembers what each page of the context is waiting for, so that `settled` can. */
export function watchRequests(context: BrowserContext): void {
  context.on('request', (request) => {
    const page = pageOf(request);
    if (!page) return;
    const own = underWay.get(page) ?? new Set();
    // What the document before waited for, nobody waits for any more.
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) own.clear();
    if (WAITED_FOR.has(request.resourceType())) own.add(request);
    underWay.set(page, own);
  });
  const done = (request: Request): void => {
    const page = pageOf(request);
    if (page) underWay.get(page)?.delete(request);
  };
  context.on('requestfinished', done);
  context.on('requestfailed', done);
}

/** None for what a service worker asks for, or a page that has only just begun. */
function pageOf(request: Request): Page | null {
  try {
    return request.frame().page();
  } catch {
    return null;
  }
}

/**
 * Waits until nothing is under way to the page, it is drawn with its fonts, and nothing in it fades or slides. A line
 * that a spec holds open is waited for a while, and no longer.
 */
export async function settled(page: Page): Promise<void> {
  const deadline = Date.now() + patience / 4;
  const quiet = (): boolean => (underWay.get(page)?.size ?? 0) === 0;
  while (Date.now() < deadline) {
    if (quiet() && (await page.evaluate(drawn)) && quiet()) return;
    await wait(10);
  }
}

/** Runs in the page. The media queries of a new width are told within the next frame; the one after it shows them. */
async function drawn(): Promise<boolean> {
  await document.fonts.ready;
  await new Promise<void>((shown) => requestAnimationFrame(() => requestAnimationFrame(() => shown())));
  const moving = document.getAnimations().some((animation) => {
    const ends = animation.effect?.getComputedTiming().endTime;
    return animation.playState === 'running' && ends !== Infinity;
  });
  // Counted where TEST_SLOWDOWN holds answers back.
  return !moving && !(globalThis as { answersToCome?: number }).answersToCome;
}
