import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Binaries } from './binaries.js';
import type { Cluster } from './cluster.js';
import { processesOf } from './processes.js';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** `undefined` when an earlier process started it and we found it running. */
  readonly child: ChildProcess | undefined;
}

/** How it is started. */
export interface PostmasterOptions {
  /** False gives up safety against power loss for speed. For throw-away data alone. */
  readonly durable: boolean;
  /** Of its own memory for pages, in megabytes; as much as PostgreSQL takes by itself when left out. */
  readonly sharedBuffersMb?: number | undefined;
}

const pollMs = 10;
const orphanGraceMs = 5_000;
const logLimitBytes = 10_000_000;

/**
 * The running postmaster of the cluster: the one that is there, or a new one.
 * @param port wanted port; without it a free one is taken
 */
export async function ensurePostmaster(
  cluster: Cluster,
  binaries: Binaries,
  options: PostmasterOptions,
  port?: number,
): Promise<Postmaster> {
  for (let failures = 0; ;) {
    const found = await findPostmaster(cluster);
    if (found) return found;
    const started = await start(cluster, binaries, options, port ?? (await freePort()));
    if (started.ok) return started.postmaster;
    // Someone else started it first, or took the port between our look and the start.
    const passing = /lock file "postmaster.pid" already exists|Address already in use/.test(started.log);
    if (!passing || ++failures === 10) {
      throw new Error(`PostgreSQL を起動できません / PostgreSQL did not start:\n${started.log}`);
    }
    await wait(pollMs * 2 ** failures);
  }
}

/** The live, ready postmaster of this cluster. What a dead one left behind is cleared away. */
async function findPostmaster(cluster: Cluster): Promise<Postmaster | undefined> {
  const file = join(cluster.data, 'postmaster.pid');
  const patience = Date.now() + orphanGraceMs;
  for (;;) {
    if (!existsSync(file)) return undefined;
    const alive = processesOf(cluster.name);
    const { pid, port, ready } = readPidFile(file);
    if (pid !== undefined && alive.includes(pid)) {
      if (ready && port !== undefined) return { pid, port, child: undefined };
    } else if (alive.length === 0) {
      // PostgreSQL replaces the file of a dead postmaster by itself, but refuses when the number now belongs to a
      // stranger or to a zombie. Never remove it earlier: while a back end of the dead postmaster lives, a second
      // postmaster would destroy data.
      if (pid !== undefined && exists(pid)) rmSync(file, { force: true });
      return undefined;
    } else if (Date.now() > patience) {
      for (const orphan of alive) signal(orphan, 'SIGKILL');
    }
    await wait(pollMs);
  }
}

function readPidFile(file: string): { pid?: number; port?: number; ready: boolean } {
  let lines: string[];
  try {
    lines = readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return { ready: false };
  }
  return {
    pid: Number.parseInt(lines[0] ?? '', 10),
    port: Number.parseInt(lines[3] ?? '', 10),
    ready: lines[7]?.trim() === 'ready',
  };
}

async function start(
  cluster: Cluster,
  binaries: Binaries,
  options: PostmasterOptions,
  port: number,
): Promise<{ ok: true; postmaster: Postmaster } | { ok: false; log: string }> {
  const logFile = join(cluster.home, 'postgres.log');
  const logSize = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (logSize > logLimitBytes) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, 'a', 0o600);
  const logStart = logSize > logLimitBytes ? 0 : logSize;
  const child = spawn(binaries.postgres, ['-D', cluster.dataArgument, ...settings(cluster, options, port)], {
    cwd: cluster.data,
    ...cluster.identity,
    env: { LC_ALL: 'C' },
    // Its own process group: Ctrl-C in a terminal must reach us first, so that requests finish before the database goes.
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  let failure: Error | undefined;
  child.on('error', (error) => (failure = error));
  for (;;) {
    if (failure) throw failure;
    if (child.exitCode !== null || child.signalCode !== null) {
      return { ok: false, log: readFileSync(logFile).subarray(logStart).toString('utf8') };
    }
    const { pid, ready } = readPidFile(join(cluster.data, 'postmaster.pid'));
    if (pid !== undefined && pid === child.pid && ready)
      return { ok: true, postmaster: { pid, port, child } };
    await wait(pollMs);
  }
}

function settings(cluster: Cluster, { durable, sharedBuffersMb }: PostmasterOptions, port: number): string[] {
  const values: Record<string, string | number> = {
    cluster_name: cluster.name,
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    timezone: 'UTC',
    // Statements and details hold people's data; the log keeps what went wrong, not with whom.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_timezone: 'UTC',
    // Commits still reach the system's memory, so that a killed postmaster loses none; only a power cut would.
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
    ...(sharedBuffersMb === undefined ? {} : { shared_buffers: `${sharedBuffersMb}MB` }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Fast shutdown: open transactions are rolled back, everything committed is written. Ends when no process is left. */
export async function stopPostmaster(cluster: Cluster, pid: number): Promise<void> {
  const steps = [
    { signal: 'SIGINT', patienceMs: 30_000 },
    { signal: 'SIGQUIT', patienceMs: 5_000 },
    { signal: 'SIGKILL', patienceMs: 5_000 },
  ] as const;
  for (const step of steps) {
    signal(pid, step.signal);
    const deadline = Date.now() + step.patienceMs;
    while (Date.now() < deadline) {
      if (processesOf(cluster.name).length === 0) return;
      await wait(pollMs);
    }
  }
  throw new Error(`PostgreSQL を停止できません / PostgreSQL (process ${pid}) does not stop.`);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
      });
    });
  });
}
