import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { settled } from './settled.js';
import { atFullSpeed } from './slow-context.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * axe itself. Its builder would bring it twice for every look, and in its long form, which takes longer than looking; once a
 * document is enough.
 */
const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const NOTHING = 'undefined';

/**
 * Everything that keeps people out of this page, in words; empty when it is fit. `within` (a selector) spares axe the
 * parts of a large page that it has seen already. axe first, then what axe does not
 * see: ids that lead nowhere, wrong fields that are not marked wrong, groups without a name, small targets, and a
 * page wider than the screen.
 */
export async function accessibilityFaults(page: Page, within?: string): Promise<readonly string[]> {
  return lasting(page, async () => {
    // In the page itself and only what is wrong: a third of the time that the builder takes by default, which puts what
    // it found together in a page of its own, for frames of other sites; we have none.
    const axe = new AxeBuilder({ page, axeSource: NOTHING })
      .setLegacyMode(true)
      // Frames hold PDFs, which the browser draws by itself.
      .options({ resultTypes: ['violations'], preload: false, iframes: false })
      .withTags(TAGS);
    const part = within === undefined ? axe : axe.include(within);
    const { violations } = await atFullSpeed(page, async () => {
      if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
      return part.analyze();
    });
    const byAxe = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    );
    return [...byAxe, ...(await page.evaluate(unseenByAxe))];
  });
}

/** The part that costs next to nothing: for every screen that a story passes. */
export function faultsUnseenByAxe(page: Page): Promise<readonly string[]> {
  return lasting(page, () => page.evaluate(unseenByAxe));
}

/**
 * The first at the width of a desk, then the second at that of a phone: for screens that are the same in both but for
 * how wide they are. The page is left at the width of a desk.
 */
export async function faultsAtBothWidths(page: Page, within?: string): Promise<readonly string[]> {
  const wide = await accessibilityFaults(page, within);
  await page.setViewportSize({ width: 390, height: 844 });
  const narrow = await faultsUnseenByAxe(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  return [...wide, ...narrow.map((fault) => `at 390 px: ${fault}`)];
}

/** What text of twice the size does, on a phone and at a desk. The page is left as it was. */
export async function faultsOfLargeText(page: Page): Promise<readonly string[]> {
  const size = page.viewportSize();
  const faults: string[] = [];
  await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'));
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const found = await faultsUnseenByAxe(page);
    faults.push(...found.map((fault) => `large text at ${width} px: ${fault}`));
  }
  await page.evaluate(() => void (document.documentElement.style.fontSize = ''));
  if (size) await page.setViewportSize(size);
  return faults;
}

/** A fault is what is still there when one looks again: nobody is kept out by what stands there while a page is drawn. */
async function lasting(
  page: Page,
  look: () => Promise<readonly string[]>,
  looks = 3,
): Promise<readonly string[]> {
  await settled(page);
  const faults = await look();
  return faults.length === 0 || looks === 1 ? faults : lasting(page, look, looks - 1);
}

/** Runs in the page. */
function unseenByAxe(): string[] {
  const faults: string[] = [];
  const name = (element: Element): string => element.outerHTML.slice(0, 120);
  const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];

  for (const attribute of ['aria-describedby', 'aria-labelledby', 'aria-controls', 'for']) {
    for (const element of all(`[${attribute}]`)) {
      const ids = (element.getAttribute(attribute) ?? '').split(/\s+/).filter(Boolean);
      const lost = ids.filter((id) => !document.getElementById(id));
      if (lost.length > 0) faults.push(`${attribute} leads nowhere (${lost.join(' ')}): ${name(element)}`);
    }
  }
  for (const error of all('[id$="-error"]')) {
    const control = document.querySelector(`[aria-describedby~="${CSS.escape(error.id)}"]`);
    if (!control) faults.push(`nothing is described by the error: ${name(error)}`);
    else if (!control.matches('fieldset') && control.getAttribute('aria-invalid') !== 'true') {
      faults.push(`a wrong field is not marked wrong: ${name(control)}`);
    }
  }
  for (const group of all('fieldset:not([role=none]), [role=radiogroup], [role=group]')) {
    const legend = group.querySelector(':scope > legend')?.textContent?.trim();
    const named = legend || group.hasAttribute('aria-label') || group.hasAttribute('aria-labelledby');
    if (!named) faults.push(`a group has no name: ${name(group)}`);
  }
  for (const target of all('button, a[href], input, select, textarea, summary')) {
    const { width, height } = target.getBoundingClientRect();
    const inSentence = target.matches('a') && getComputedStyle(target).display === 'inline';
    const hidden = width <= 1 || height <= 1 || inSentence;
    if (!hidden && Math.min(width, height) < 24) {
      // A box inside its label shares the label's target.
      const label = target.closest('label')?.getBoundingClientRect();
      if (!label || Math.min(label.width, label.height) < 24) faults.push(`a small target: ${name(target)}`);
    }
  }
  for (const element of all('[tabindex]')) {
    if (Number(element.getAttribute('tabindex')) > 0) faults.push(`an order of its own: ${name(element)}`);
  }
  if (!['ja', 'en'].includes(document.documentElement.lang)) faults.push('the page has no language');
  if (document.title.trim() === '') faults.push('the page has no title');
  if (document.documentElement.scrollWidth > window.innerWidth)
    faults.push('the page is wider than the screen');
  if (document.querySelectorAll('h1').length !== 1) faults.push('the page has not exactly one h1');
  return faults;
}
