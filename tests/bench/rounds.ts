/** Something to be measured; `run` does it once and gives what it found. */
export interface Subject<T> {
  readonly name: string;
  readonly run: () => Promise<T> | T;
}

/**
 * Runs subjects in turn, round after round, the order turned round each time: what else happens on the machine
 * meanwhile hits all of them, so ratios hold where figures do not.
 */
export async function interleave<T>(subjects: readonly Subject<T>[], rounds: number): Promise<T[][]> {
  const found: T[][] = subjects.map(() => []);
  for (let round = 0; round < rounds; round++) {
    const order = subjects.map((_, index) => index);
    if (round % 2 === 1) order.reverse();
    for (const index of order) {
      const subject = subjects[index];
      if (subject) found[index]?.push(await subject.run());
    }
  }
  return found;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** Value below which this share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Median of the quotients round by round. */
export function pairedRatio(above: readonly number[], below: readonly number[]): number {
  return median(above.map((value, round) => value / (below[round] ?? Number.NaN)));
}

/**
 * Calls in a second, the function called again and again for about so long.
 *
 * @param batch calls between two looks at the clock
 */
export function rateOf(call: () => unknown, milliseconds: number, batch = 50): number {
  const started = performance.now();
  let calls = 0;
  let elapsed = 0;
  while (elapsed < milliseconds) {
    for (let i = 0; i < batch; i++) call();
    calls += batch;
    elapsed = performance.now() - started;
  }
  return (calls / elapsed) * 1_000;
}

/** The same for what answers with a promise, one call after the other. */
export async function rateOfPromises(call: () => Promise<unknown>, milliseconds: number): Promise<number> {
  const started = performance.now();
  let calls = 0;
  let elapsed = 0;
  while (elapsed < milliseconds) {
    for (let i = 0; i < 50; i++) await call();
    calls += 50;
    elapsed = performance.now() - started;
  }
  return (calls / elapsed) * 1_000;
}
