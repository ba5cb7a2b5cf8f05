// Builds server and screens when their sources are newer than the last build, so that `npm start` works on a
// fresh clone and is quick the second time. An image that ships `dist/` without sources starts as it is.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(import.meta.url);
const root = dirname(dirname(here));

const parts = {
  server: ['src', 'nest-cli.json', '.swcrc', 'package.json'],
  ui: ['renderer-ui', 'builder-ui', 'src/engine', 'procedures/schemas', 'package.json'],
};

/**
 * @param names of the parts that are needed; all when left out
 * @throws when a build fails, after its output
 */
export function buildIfNeeded(names = Object.keys(parts)) {
  for (const name of names) {
    const sources = parts[name];
    if (!existsSync(join(root, sources[0]))) continue;
    const stamp = join(root, 'dist', `.built-${name}`);
    const built = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Math.max(...sources.map((source) => newest(join(root, source)))) <= built) continue;
    const started = new Date();
    process.stderr.write(`building ${name} …\n`);
    const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', `build:${name}`], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (status !== 0) {
      process.stderr.write(`${stdout}${stderr}`);
      throw new Error(`The build of ${name} failed.`);
    }
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, started.toISOString());
    // What was saved while the build ran may have come too late for it.
    utimesSync(stamp, started, started);
  }
}

/** A folder counts as well: taking a file away changes nothing else. */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

if (realpathSync(process.argv[1]) === here) buildIfNeeded();
