import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import { canReach, type Identity } from './identity.js';
import { processMark } from './processes.js';

/**
 * One database cluster on disk:
 * `<data folder>/postgres/{data, password, postgres.log, users}`.
 */
export interface Cluster {
  readonly home: string;
  readonly data: string;
  /** What PostgreSQL is told as its data folder; it is started with `data` as working folder. */
  readonly dataArgument: string;
  /** Appears in the command line or title of every process of this cluster, and of no other. */
  readonly name: string;
  readonly password: string;
  readonly identity: Identity;
}

/** Opens the cluster of a data folder, making it when there is none yet. */
export async function openCluster(
  dataDir: string,
  binaries: Binaries,
  identity: Identity,
  durable: boolean,
): Promise<Cluster> {
  const home = join(dataDir, 'postgres');
  removeAbandoned(dataDir);
  if (!existsSync(home)) await makeCluster(dataDir, home, binaries, identity, durable);
  const data = realpathSync(join(home, 'data'));
  const made = Number.parseInt(readFileSync(join(data, 'PG_VERSION'), 'utf8'), 10);
  if (made !== binaries.version) {
    throw new Error(
      `${data} のデータは PostgreSQL ${made} で作られており、${binaries.version} では開けません。\n` +
        `The data in ${data} was made by PostgreSQL ${made}; version ${binaries.version} cannot open it.`,
    );
  }
  return {
    home,
    data,
    dataArgument: dataArgument(data, binaries, identity),
    name: `tetsuzuki-${createHash('sha256').update(data).digest('hex').slice(0, 16)}`,
    password: readFileSync(join(home, 'password'), 'utf8').trim(),
    identity,
  };
}

/**
 * Root's own folders are closed to the user that PostgreSQL runs as. Its working folder is entered before the user
 * changes, and this link leads there without passing through the folders above. Before version 16, initdb wanders
 * off to other working folders.
 */
function dataArgument(data: string, binaries: Binaries, identity: Identity): string {
  if (canReach(identity, data)) return data;
  if (process.platform === 'linux' && binaries.version >= 16) return '/proc/self/cwd';
  throw new Error(
    `PostgreSQL の実行ユーザーが ${data} に入れません。DATA_DIR を誰でも通れるフォルダーの下に移してください。\n` +
      `The user that PostgreSQL runs as cannot enter ${data}. Move DATA_DIR below folders that everyone may pass through.`,
  );
}

/** Complete or absent: the cluster is made aside and renamed, so a start that was killed leaves nothing half made. */
async function makeCluster(
  dataDir: string,
  home: string,
  binaries: Binaries,
  identity: Identity,
  durable: boolean,
): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  const aside = `${home}.new-${processMark(process.pid) ?? process.pid}`;
  rmSync(aside, { recursive: true, force: true });
  const data = join(aside, 'data');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const password = join(aside, 'password');
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  chmodSync(aside, 0o711);
  if (identity) for (const path of [aside, data, password]) chownSync(path, identity.uid, identity.gid);
  try {
    const argument = dataArgument(data, binaries, identity);
    await run(binaries.initdb, data, identity, [
      ['-D', argument, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${argument}/../password`],
      ['--encoding=UTF8', '--locale=C', ...localeOptions(binaries.version)],
      durable ? [] : ['--no-sync'],
    ]);
    renameSync(aside, home);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    // Where another process was quicker, its cluster is as good as ours.
    if (!existsSync(home)) throw error;
  }
}

/** Trigram search finds Japanese words only when the character class comes from C.UTF-8, whatever the provider. */
function localeOptions(version: number): string[] {
  const provider = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  return [...(version >= 17 ? provider : []), '--lc-ctype=C.UTF-8'];
}

function removeAbandoned(dataDir: string): void {
  if (!existsSync(dataDir)) return;
  for (const name of readdirSync(dataDir)) {
    const maker = /^postgres\.new-((\d+)-?\d*)$/.exec(name);
    if (!maker || processMark(Number(maker[2])) === maker[1]) continue;
    rmSync(join(dataDir, name), { recursive: true, force: true });
  }
}

function run(program: string, cwd: string, identity: Identity, args: string[][]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args.flat(), {
      cwd,
      ...identity,
      env: { LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (output += text.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(`PostgreSQL の初期化に失敗しました / initdb failed (${code ?? 'killed'}):\n${output}`),
        );
    });
  });
}
