// Builds server and screens when their sources are newer than the last build, so that `npm start` works on a
// fresh clone and is quick the second time. An image that ships `dist/` without sources starts as it is.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const parts = [
  { name: 'server', sources: ['src', 'nest-cli.json', '.swcrc', 'package.json'] },
  { name: 'ui', sources: ['renderer-ui', 'src/engine', 'package.json'] },
];

function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

for (const { name, sources } of parts) {
  if (!existsSync(join(root, sources[0]))) continue;
  const stamp = join(root, 'dist', `.built-${name}`);
  const built = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (Math.max(...sources.map((source) => newest(join(root, source)))) <= built) continue;
  const started = new Date();
  process.stderr.write(`building ${name} …\n`);
  execFileSync('npm', ['run', '--silent', `build:${name}`], { cwd: root, stdio: ['ignore', 2, 2] });
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, started.toISOString());
}
