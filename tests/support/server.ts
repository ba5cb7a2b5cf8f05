import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.js';
import { createFilledDatabase, createTestDatabase, type TestDatabase } from './database.js';
import { eventually } from './eventually.js';
import { patience } from './patience.js';
import { freePort } from './ports.js';

export interface TestServer {
  readonly url: string;
  readonly process: ChildProcess;
  readonly dataDir: string;
  /** `undefined` when the server brings its own database. */
  readonly databaseUrl: string | undefined;
  /** Everything it printed so far, both streams. */
  output(): string;
  /** SIGTERM, and waits for the end; after `kill`, only tidies up. Removes what `startServer` made. Gives the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL, and waits for the end. Keeps database and data folder, so that a second start can be tried before `stop`. */
  kill(): Promise<void>;
}

export interface ServerOptions {
  /** Settings as in the README; they win over the ones made here. */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * `clone`: a database of its own (default), with the demo, its files and mails unless a setting makes another demo.
   * `embedded`: the server brings its own. A URL: that database, left alone afterwards.
   */
  readonly database?: 'clone' | 'embedded' | `postgres${string}`;
}

const main = join(process.cwd(), 'dist', 'server', 'main.js');

/** Runs the built server as a process of its own, and returns when it says that it is ready. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  if (!existsSync(main)) throw new Error('The server is not built: npm run build:server.');
  const port = await freePort();
  const dataDir = options.env?.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'tetsuzuki-server-'));
  const { database: wanted = 'clone' } = options;
  const clone = wanted === 'clone' ? await databaseFor(options, dataDir) : undefined;
  const database = clone?.url ?? (wanted === 'embedded' ? undefined : wanted);
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      PORT: String(port),
      DATA_DIR: dataDir,
      ...(database === undefined ? {} : { DATABASE_URL: database, DEMO: 'true' }),
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output += text.toString()));
  const killWithUs = (): void => void child.kill('SIGKILL');
  process.once('exit', killWithUs);

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
    process.off('exit', killWithUs);
  };
  const clear = async (): Promise<void> => {
    if (database === undefined && child.signalCode === 'SIGKILL') await stopAbandonedPostgres(dataDir);
    await clone?.drop();
    if (!options.env?.DATA_DIR) rmSync(dataDir, { recursive: true, force: true });
  };

  const url = `http://127.0.0.1:${options.env?.PORT ?? port}`;
  try {
    await eventually(
      'The server is ready',
      async () => {
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error('The server ended at start.');
        const answer = await fetch(`${url}/readyz`).catch(() => undefined);
        return answer?.ok || undefined;
      },
      4 * patience,
    );
  } catch (error) {
    await end('SIGTERM');
    await clear();
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${output}`, { cause: error });
  }
  return {
    url,
    process: child,
    dataDir,
    databaseUrl: database,
    output: () => output,
    async stop() {
      await end('SIGTERM');
      await clear();
      return child.exitCode;
    },
    kill: () => end('SIGKILL'),
  };
}

/** Settings that say what a start writes into an empty database. */
const writing = ['PROCEDURES_DIR', 'DEMO', 'ROLE', 'PUBLIC_URL', 'PORT'] as const;

async function databaseFor({ env = {} }: ServerOptions, dataDir: string): Promise<TestDatabase> {
  if (writing.some((name) => env[name] !== undefined)) return createTestDatabase();
  const demo = await createFilledDatabase('demo', async (url, folder) => {
    const server = await startServer({ database: url as `postgres${string}`, env: { DATA_DIR: folder } });
    await server.stop();
  });
  cpSync(demo.folder, dataDir, { recursive: true });
  return demo;
}

/** A killed server leaves its PostgreSQL running; joining and leaving it ends it. */
async function stopAbandonedPostgres(dataDir: string): Promise<void> {
  const postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  await postgres.stop();
}
