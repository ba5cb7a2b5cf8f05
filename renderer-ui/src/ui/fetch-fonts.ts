/** Milliseconds after which the first questions have long been there, also on a slow line. */
const IN_USE_MS = 5_000;

/**
 * Noto Sans JP comes in slices, three hundred kilobytes for a page of ours, and its list alone is as long as a third of
 * React. Phones have a good Japanese font of their own: there it comes when the page has long been in use.
 */
export function fetchFonts(): void {
  if (matchMedia('(min-width: 48rem)').matches) bringFonts();
  else addEventListener('load', () => setTimeout(() => whenIdle(bringFonts), IN_USE_MS));
}

/** Without a line the page goes on in the font of the device. */
function bringFonts(): void {
  import('./styles/fonts.css').catch(() => undefined);
}

/** Once the browser has nothing better to do, and then in any case; Safari does not tell. */
export function whenIdle(task: () => void, latest = 10_000): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(task, { timeout: latest });
  else setTimeout(task, Math.min(latest, 2_000));
}
