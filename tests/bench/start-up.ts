import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measure } from './report.js';
import { median } from './rounds.js';
import { mainFile, startProcess } from './server-process.js';

/** `npm start` on an empty data folder and again: to the first good answer of /readyz, its own PostgreSQL included. */
export async function benchStart(): Promise<readonly Measure[]> {
  const first: number[] = [];
  const second: number[] = [];
  for (let round = 0; round < 2; round++) {
    const dataDir = mkdtempSync(join(tmpdir(), 'tetsuzuki-bench-start-'));
    try {
      for (const times of [first, second]) {
        const server = await startProcess([mainFile], { DATA_DIR: dataDir });
        times.push(server.startedIn);
        await server.stop();
      }
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  }
  const figure = (subject: string, times: readonly number[]): Measure => ({
    measure: 'start to ready',
    subject,
    value: median(times),
    unit: 'ms',
    more: { best: Math.min(...times) },
  });
  return [
    figure('first (makes database, procedures, demo)', first),
    figure('second (same data folder)', second),
  ];
}
