import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.js';
import { eventually } from '../support/eventually.js';
import { patience } from '../support/patience.js';
import { freePort } from '../support/ports.js';
import { startRedis } from '../support/redis.js';
import { startServer, type TestServer } from '../support/server.js';
import type { Chance } from './chance.js';
import { type MailSink, startMailSink } from './mail-sink.js';

/** Server, database and mail server, of which the first two are made to die. */
export interface CrashingWorld {
  readonly url: string;
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly sink: MailSink;
  /** How often each was killed until now. */
  readonly faults: { server: number; database: number };
  /**
   * Kills and restarts until the signal comes; then everything runs and stays.
   * @param progress rises with the work that is done
   * @param mostPerLife work after which a server is killed at the latest
   */
  kill(chance: Chance, progress: () => number, mostPerLife: number, enough: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

/** Milliseconds after it was ready. Half of the servers die young, while they warm up; the others when they are busy. */
const shortestLife = 300;
const shortLife = 1_500;
const longestLife = 8_000;

export async function startCrashingWorld(withRedis = false): Promise<CrashingWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'tetsuzuki-faults-'));
  chmodSync(folder, 0o755);
  const dataDir = join(folder, 'server');
  const postgres = await startEmbeddedPostgres({
    dataDir: join(folder, 'database'),
    log: () => undefined,
    searchPath: process.env.PATH,
  });
  const sink = await startMailSink();
  const redis = withRedis ? await startRedis() : undefined;
  const env = {
    PORT: String(await freePort()),
    DATA_DIR: dataDir,
    DEMO: 'false',
    LOG_LEVEL: 'error',
    MAIL_RATE: '1000',
    PROCEDURES_DIR: join(process.cwd(), 'tests', 'faults', 'procedures'),
    SMTP_URL: sink.url,
    ...(redis && { REDIS_URL: redis.url }),
  };
  const start = (): Promise<TestServer> =>
    startServer({ database: postgres.url as `postgres${string}`, env });
  let server = await start();
  const faults = { server: 0, database: 0 };
  return {
    url: server.url,
    databaseUrl: postgres.url,
    dataDir,
    sink,
    faults,
    async kill(chance, progress, mostPerLife, enough) {
      for (let life = 0; ; life++) {
        const end = Date.now() + chance.between(shortestLife, chance.happens(0.5) ? shortLife : longestLife);
        const work = progress() + chance.between(0.3, 1) * mostPerLife;
        const over = (): true | undefined =>
          enough.aborted || Date.now() > end || progress() > work || undefined;
        // Every third life the database goes first, and the server must live with it until its own end comes.
        if (life % 3 === 1) {
          await wait(chance.between(0, shortestLife));
          await crash(postgres, chance.happens(0.5) ? 'SIGQUIT' : 'SIGKILL');
          faults.database += 1;
        }
        await eventually('This life of the server is over', over, longestLife + patience);
        if (enough.aborted) return;
        await server.kill();
        faults.server += 1;
        server = await start();
      }
    },
    async stop() {
      await server.stop();
      await postgres.stop();
      await sink.stop();
      await redis?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** SIGQUIT is what `pg_ctl -m immediate` sends. The launcher starts it again at the same address. */
async function crash(postgres: EmbeddedPostgres, signal: 'SIGQUIT' | 'SIGKILL'): Promise<void> {
  const { pid } = postgres;
  process.kill(pid, signal);
  await eventually('PostgreSQL runs again', () => postgres.pid !== pid || undefined);
}
