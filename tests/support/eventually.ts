import { setTimeout as wait } from 'node:timers/promises';
import { patience } from './patience.js';

/**
 * Asks until the answer is there, instead of waiting a guessed time.
 * @param ask gives `undefined` while it is too early; what it throws ends the waiting
 */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined> | T | undefined,
  patienceMs = patience,
): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`${what}: not within ${patienceMs} ms`);
    await wait(20);
  }
}
