import type { Page } from 'playwright-core';
import { settled } from './settled.js';

/**
 * What is not all there on a screen of 1280 px at 400 %, which has 320 px, with forced colours, less motion and wide text.
 * The settings do not touch each other, so that one look shows them all. The page is left as it was.
 */
export async function faultsForEveryone(page: Page): Promise<readonly string[]> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await settled(page);
  const faults = [
    ...(await page.evaluate(widerThanScreen)),
    ...(await page.evaluate(brokenForcedColours)),
    ...(await page.evaluate(movingParts)),
    ...(await page.evaluate(clippedTexts)),
  ];
  await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
  if (size) await page.setViewportSize(size);
  return faults.map((fault) => `at 320 px: ${fault}`);
}

// Each function runs in the page by itself and gives what it found, in words.

/** WCAG 1.4.10: nothing asks for sideways scrolling but a table in a frame of its own. */
export function widerThanScreen(): string[] {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const framed = (element: Element): boolean => {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
      if (getComputedStyle(box).overflowX !== 'visible') return true;
    }
    return false;
  };
  const over = [...document.body.querySelectorAll('*')].filter(
    (element) => element.getBoundingClientRect().right > width + 1 && !framed(element),
  );
  const deepest = over.filter(
    (element) => !over.some((other) => other !== element && element.contains(other)),
  );
  return [
    `the page is ${document.documentElement.scrollWidth} px wide`,
    ...deepest.map((element) => `wider than the screen: ${element.outerHTML.slice(0, 120)}`),
  ];
}

/** Backgrounds and shadows are gone in forced colours: a control is known by its edge, or as a link by its line. */
export function brokenForcedColours(): string[] {
  const shown = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    const { opacity, visibility } = getComputedStyle(element);
    return width > 2 && height > 2 && opacity !== '0' && visibility === 'visible';
  };
  const edged = (element: Element): boolean => {
    const style = getComputedStyle(element);
    const drawnBySystem = element instanceof HTMLInputElement && style.appearance !== 'none';
    const sides = [
      [style.borderBottomStyle, style.borderBottomWidth],
      [style.outlineStyle, style.outlineWidth],
    ] as const;
    const line = style.textDecorationLine.includes('underline');
    return (
      drawnBySystem || line || sides.some(([kind, width]) => kind !== 'none' && Number.parseFloat(width) > 0)
    );
  };
  return [...document.querySelectorAll('button, input, select, textarea, [role=combobox]')]
    .filter((element) => shown(element) && !edged(element) && !edged(element.closest('label') ?? element))
    .map((element) => `no edge in forced colours: ${element.outerHTML.slice(0, 120)}`);
}

/** With less motion asked for, nothing goes on moving. */
export function movingParts(): string[] {
  return document
    .getAnimations()
    .filter((animation) => {
      const { duration, iterations = 1 } = animation.effect?.getTiming() ?? {};
      return iterations > 1 || (typeof duration === 'number' && duration > 1);
    })
    .map(({ effect }) => {
      const target = effect instanceof KeyframeEffect ? effect.target?.outerHTML.slice(0, 120) : '';
      return `moves: ${target ?? ''}`;
    });
}

/** WCAG 1.4.12: the text takes the spacing that a reader asks for, and none of it is cut or pushed off the screen. */
export function clippedTexts(): string[] {
  const asked = new CSSStyleSheet();
  asked.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, asked];
  const hasText = (element: Element): boolean =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
  const cut = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) => {
    const { overflowX, overflowY, display } = getComputedStyle(element);
    if (display === 'inline' || element.clientWidth <= 2 || !hasText(element)) return false;
    const hides = (overflow: string): boolean => ['hidden', 'clip'].includes(overflow);
    return (
      (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
    );
  });
  const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== asked);
  return [
    ...cut.map((element) => `cut by wider spacing: ${element.outerHTML.slice(0, 120)}`),
    ...(wide ? ['wider spacing makes the page wider than the screen'] : []),
  ];
}
