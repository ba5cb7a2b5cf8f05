import { whenIdle } from './fetch-fonts.js';

/** What only a person does; a page moves its focus by itself. */
const SIGNS = ['pointerdown', 'keydown', 'click', 'input'];

/** Milliseconds: also a slow phone has begun by then. */
const SOON_MS = 1_000;

/**
 * Once somebody does anything on the page, and the browser has time: whoever opens a page to look at it need not carry
 * what only going on takes, and whoever goes on has it long before they are there.
 *
 * @returns the way to stop waiting
 */
export function whenBegun(task: () => void): () => void {
  const stop = (): void => {
    for (const sign of SIGNS) removeEventListener(sign, begin, true);
  };
  const begin = (): void => {
    stop();
    whenIdle(task, SOON_MS);
  };
  for (const sign of SIGNS) addEventListener(sign, begin, true);
  return stop;
}
