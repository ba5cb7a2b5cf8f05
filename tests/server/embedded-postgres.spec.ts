import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { processMark } from '../../src/embedded/processes.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.js';
import { eventually } from '../support/eventually.js';

describe('the PostgreSQL that comes with the product', () => {
  let dataDir: string;
  let running: EmbeddedPostgres[];
  let children: ChildProcess[];
  const pidFile = (): string => join(dataDir, 'postgres', 'data', 'postmaster.pid');

  beforeEach(() => {
    // Closed to other users, as a home folder is.
    dataDir = mkdtempSync(join(tmpdir(), 'tetsuzuki-embedded-'));
    running = [];
    children = [];
  });
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    for (const postgres of running) await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function start(options: { durable?: boolean } = {}): Promise<EmbeddedPostgres> {
    const postgres = await startEmbeddedPostgres({
      dataDir,
      durable: false,
      log: () => undefined,
      ...options,
    });
    running.push(postgres);
    return postgres;
  }

  async function startInAnotherProcess(): Promise<{ url: string; pid: number; process: ChildProcess }> {
    const script = join(process.cwd(), 'tests/support/start-embedded-and-hang.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env.PATH },
    });
    children.push(child);
    const line = await new Promise<string>((resolve) =>
      child.stdout.once('data', (text: Buffer) => resolve(text.toString())),
    );
    return { ...(JSON.parse(line) as { url: string; pid: number }), process: child };
  }

  it('starts in an empty folder, and a second start finds the data of the first', async () => {
    const first = await start();
    await query(first.url, 'create table note (text text)');
    await query(first.url, "insert into note values ('到達')");
    await first.stop();

    const second = await start();

    expect(await query(second.url, 'select text from note')).toEqual([{ text: '到達' }]);
  });

  it('asks for a password that only its owner can read, and listens on this machine alone', async () => {
    const postgres = await start();
    const withoutPassword = new URL(postgres.url);
    withoutPassword.password = 'guess';

    await expect(query(withoutPassword.href, 'select 1')).rejects.toThrow('password authentication failed');
    expect(statSync(join(dataDir, 'postgres', 'password')).mode & 0o777).toBe(0o600);
    expect(await query(postgres.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  });

  it('writes every commit to disk unless it is told that the data is to be thrown away', async () => {
    const safe = await start({ durable: true });
    expect(await query(safe.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
    expect(await query(safe.url, 'show synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
  });

  it('leaves no process and no lock behind when it stops', async () => {
    const postgres = await start();
    const open = new Client(postgres.url);
    open.on('error', () => undefined);
    await open.connect();

    await postgres.stop();

    expect(processMark(postgres.pid)).toBeUndefined();
    expect(existsSync(pidFile())).toBe(false);
    expect(readdirSync(join(dataDir, 'postgres', 'users'))).toEqual([]);
  });

  it.each(['SIGKILL', 'SIGQUIT'] as const)(
    'comes back by itself, at the same address, after its postmaster got %s',
    async (signal) => {
      const postgres = await start();
      await query(postgres.url, "create table note as select '到達' as text");
      const before = postgres.pid;

      process.kill(before, signal);

      await eventually('another postmaster runs', () => (postgres.pid === before ? undefined : true));
      expect(await query(postgres.url, 'select text from note')).toEqual([{ text: '到達' }]);
    },
  );

  it('is joined, not started twice, after the process that started it was killed', async () => {
    const first = await startInAnotherProcess();
    await query(first.url, "create table note as select '到達' as text");
    first.process.kill('SIGKILL');
    await eventually('the first process is gone', () =>
      first.process.signalCode === null ? undefined : true,
    );

    const second = await start();

    expect({ url: second.url, pid: second.pid }).toEqual({ url: first.url, pid: first.pid });
    expect(await query(second.url, 'select text from note')).toEqual([{ text: '到達' }]);
    await second.stop();
    expect(processMark(second.pid)).toBeUndefined();
  });

  it('starts again when both it and the process that started it were killed', async () => {
    const first = await startInAnotherProcess();
    await query(first.url, "create table note as select '到達' as text");
    first.process.kill('SIGKILL');
    process.kill(first.pid, 'SIGKILL');

    const second = await start();

    expect(second.pid).not.toBe(first.pid);
    expect(await query(second.url, 'select text from note')).toEqual([{ text: '到達' }]);
  });

  it('stays for the others when one of its users stops', async () => {
    const [server, command] = await Promise.all([startInAnotherProcess(), start()]);
    expect(command.url).toBe(server.url);

    await command.stop();

    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    server.process.kill('SIGTERM');
    await eventually('the last user took it along', () => (processMark(server.pid) ? undefined : true));
  });

  it('is not fooled by a lock file whose process number now belongs to a stranger', async () => {
    const first = await start();
    const lock = readFileSync(pidFile(), 'utf8');
    await first.stop();
    writeFileSync(pidFile(), lock.replace(/^\d+/, String(process.ppid)));

    const second = await start();

    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('clears away what a start left that was killed half way', async () => {
    const abandoned = join(dataDir, 'postgres.new-999999999-1');
    mkdirSync(join(abandoned, 'data'), { recursive: true });

    await start();

    expect(existsSync(abandoned)).toBe(false);
  });

  it('says which versions do not fit instead of touching data of another version', async () => {
    const first = await start();
    await first.stop();
    writeFileSync(join(dataDir, 'postgres', 'data', 'PG_VERSION'), '14\n');

    await expect(start()).rejects.toThrow(/made by PostgreSQL 14; version \d+ cannot open it/);
  });
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}
