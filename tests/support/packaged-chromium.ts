import { execFileSync } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

export interface PackagedChromium {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The Chromium inside the npm package, unpacked once into the temporary folder. The package's own unpacking writes in
 * place, so that a second worker would start half a browser; and its flags turn off the same-origin rule, which our
 * tests are there to see.
 */
export async function packagedChromium(): Promise<PackagedChromium> {
  const root = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `tetsuzuki-chromium-${version}`);
  if (!existsSync(folder)) await unpack(join(root, 'bin'), folder);
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(folder, 'lib'),
      ...(existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
    },
  };
}

async function unpack(from: string, to: string): Promise<void> {
  const aside = `${to}.${process.pid}`;
  mkdirSync(join(aside, 'fonts'), { recursive: true });
  await decompress(join(from, 'chromium.br'), join(aside, 'chromium'));
  for (const [name, folder] of [
    ['al2023.tar', aside],
    ['fonts.tar', join(aside, 'fonts')],
  ] as const) {
    await decompress(join(from, `${name}.br`), join(aside, name));
    execFileSync('tar', ['-xf', join(aside, name), '-C', folder]);
    rmSync(join(aside, name));
  }
  try {
    renameSync(aside, to);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}

function decompress(from: string, to: string): Promise<void> {
  return pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode: 0o755 }));
}
