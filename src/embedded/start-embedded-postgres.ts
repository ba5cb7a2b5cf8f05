import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { type Binaries, findBinaries } from './binaries.js';
import { type Cluster, openCluster } from './cluster.js';
import { identityFor } from './identity.js';
import { ensurePostmaster, type Postmaster, type PostmasterOptions, stopPostmaster } from './postmaster.js';
import { processMark } from './processes.js';
import { enter } from './users.js';

export interface EmbeddedPostgres {
  /** Connection address of the database `tetsuzuki`, with its password; reachable from this machine only. */
  readonly url: string;
  /** Process id of the postmaster; another one after it crashed and was started again. */
  readonly pid: number;
  /** Leaves the database; when nobody else on this machine uses it, shuts it down and waits for the end. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions extends Partial<PostmasterOptions> {
  /** Folder of this installation's data; the cluster lives in its subfolder `postgres`. */
  readonly dataDir: string;
  readonly log: (message: string) => void;
  /** Folders, as in PATH, where an installed PostgreSQL is looked for when npm brought none. */
  readonly searchPath?: string;
}

const databaseName = 'tetsuzuki';

/**
 * Starts the PostgreSQL that comes with the product, or joins the one that already runs on this data folder (because
 * another process uses it, or because an earlier one was killed). If the postmaster dies, it is started again on the
 * same port, so `url` stays true until `stop`.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { durable = true, sharedBuffersMb, log } = options;
  const asked: PostmasterOptions = { durable, sharedBuffersMb };
  mkdirSync(options.dataDir, { recursive: true });
  const dataDir = realpathSync(options.dataDir);
  const identity = identityFor(join(dataDir, 'postgres'));
  // Below root's home nobody else can read; a user's own copy may lie with the user's data.
  const cacheDir = identity ? '/var/cache/tetsuzuki' : dataDir;
  const binaries = findBinaries(identity, cacheDir, options.searchPath);
  const cluster = await openCluster(dataDir, binaries, identity, durable);
  const users = enter(cluster.home);
  let current: Postmaster;
  try {
    current = await openDatabase(cluster, binaries, asked);
  } catch (error) {
    users.leave();
    throw error;
  }
  log(`PostgreSQL ${binaries.version} ${current.child ? 'started' : 'joined'} (process ${current.pid})`);

  const { port } = current;
  let stopping: Promise<void> | undefined;
  const leaving = new AbortController();

  const keepRunning = async (): Promise<void> => {
    for (let failures = 0; ;) {
      await ended(current, leaving.signal);
      if (leaving.signal.aborted) return;
      log(`PostgreSQL (process ${current.pid}) ended unexpectedly; starting it again`);
      try {
        current = await ensurePostmaster(cluster, binaries, asked, port);
        failures = 0;
      } catch (error) {
        log(error instanceof Error ? error.message : String(error));
        await pause(Math.min(10_000, 100 * 2 ** failures++), leaving.signal);
      }
    }
  };
  const watching = keepRunning();

  const stop = async (): Promise<void> => {
    leaving.abort();
    const last = users.leave() === 'last';
    await watching;
    if (!last) return;
    await stopPostmaster(cluster, current.pid);
    log('PostgreSQL stopped');
  };
  return {
    url: address(cluster, port, databaseName),
    get pid() {
      return current.pid;
    },
    stop: () => (stopping ??= stop()),
  };
}

/** Resolves when the postmaster has ended or nobody wants to know any more. */
async function ended(postmaster: Postmaster, givenUp: AbortSignal): Promise<void> {
  const mark = processMark(postmaster.pid);
  while (mark !== undefined && !givenUp.aborted && processMark(postmaster.pid) === mark) {
    await pause(100, givenUp);
  }
}

/** Keeps no process alive by itself, and ends at once when the signal comes. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { ref: false, signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}

function address(cluster: Cluster, port: number, database: string): string {
  return `postgres://postgres:${encodeURIComponent(cluster.password)}@127.0.0.1:${port}/${database}`;
}

/** Milliseconds that a killed postmaster may take to be gone. */
const dyingMs = 10_000;

async function openDatabase(
  cluster: Cluster,
  binaries: Binaries,
  asked: PostmasterOptions,
): Promise<Postmaster> {
  for (;;) {
    const postmaster = await ensurePostmaster(cluster, binaries, asked);
    try {
      await ensureDatabase(cluster, postmaster.port);
      return postmaster;
    } catch (error) {
      // One that was joined may have been killed just before, and still take a connection in.
      if (postmaster.child) throw error;
      await ended(postmaster, AbortSignal.timeout(dyingMs));
      if (processMark(postmaster.pid) !== undefined) throw error;
    }
  }
}

async function ensureDatabase(cluster: Cluster, port: number): Promise<void> {
  const client = new Client({ connectionString: address(cluster, port, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName}`);
  } catch (error) {
    // Two processes that start together may both find it missing.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await client.end();
  }
}
