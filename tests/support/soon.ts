import { setTimeout as wait } from 'node:timers/promises';
import { patience } from './patience.js';

/**
 * Looks again until what is expected holds, as a person does whose screen is not there yet, and gives what was seen.
 * What never holds fails as it failed last. For all that Playwright reads in the instant: counts, texts, values, focus.
 */
export async function soon<T>(look: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await wait(20);
  }
}
