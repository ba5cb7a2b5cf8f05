import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../../src/database/migrate.js';
import { startEmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.js';

export interface TestCluster {
  /** Address of the server's database `postgres`, from which others are made. */
  readonly url: string;
  /** A migrated database to copy; nobody can connect to it. */
  readonly template: string;
  /** Folder for what filled databases refer to on disk, a folder for each by its name. */
  readonly filled: string;
  stop(): Promise<void>;
}

/** A PostgreSQL of this test run alone, gone with everything in it when the run ends, however it ends. */
export async function startTestCluster(): Promise<TestCluster> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tetsuzuki-test-'));
  chmodSync(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres({
    dataDir,
    durable: false,
    log: () => undefined,
    searchPath: process.env.PATH,
  });
  const watchdog = stopWhenWeDie(postgres.pid, dataDir);
  const url = databaseUrl(postgres.url, 'postgres');
  const template = 'tetsuzuki_template';
  await execute(url, `create database ${template}`);
  await migrate(databaseUrl(postgres.url, template));
  await execute(url, `alter database ${template} with allow_connections false`);
  const filled = mkdtempSync(join(tmpdir(), 'tetsuzuki-filled-'));
  return {
    url,
    template,
    filled,
    async stop() {
      watchdog.kill('SIGKILL');
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
      rmSync(filled, { recursive: true, force: true });
    },
  };
}

export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

export async function execute(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Its standard input closes when this process ends, even by kill -9, where no exit handler runs. */
function stopWhenWeDie(pid: number, dataDir: string): ChildProcess {
  const script =
    'read -r _; kill -QUIT "$1"; while kill -0 "$1" 2>/dev/null; do sleep 0.1; done; rm -rf "$2"';
  const watchdog = spawn('/bin/sh', ['-c', script, 'watchdog', String(pid), dataDir], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watchdog.unref();
  return watchdog;
}
