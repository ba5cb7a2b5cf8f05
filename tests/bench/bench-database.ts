import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.js';
import { processorTime } from './server-process.js';

export interface BenchDatabase {
  readonly url: string;
  /** Processor time of all its processes together, in microseconds. */
  processorTime(): number;
  stop(): Promise<void>;
}

/** PostgreSQL as the product brings it, with its own settings: every commit is on disk before it is answered. */
export async function startBenchDatabase(): Promise<BenchDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tetsuzuki-bench-'));
  chmodSync(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres({
    dataDir,
    log: () => undefined,
    searchPath: process.env.PATH,
  });
  return {
    url: postgres.url,
    processorTime: () =>
      childrenOf(postgres.pid).reduce((sum, pid) => sum + processorTime(pid), processorTime(postgres.pid)),
    async stop() {
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function childrenOf(pid: number): readonly number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}
