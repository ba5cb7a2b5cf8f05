import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/**
 * Beside every text a `.br` and a `.gz`, made once as small as they get; the server sends what the browser takes.
 *
 * @param which `all`: of the whole folder, with what is copied into it; `own`: of what this build wrote, where another
 * build has written before
 */
export function compressed(folder: string, which: 'all' | 'own'): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir = folder }, bundle) {
      const names =
        which === 'own' ? Object.keys(bundle) : readdirSync(dir, { recursive: true, encoding: 'utf8' });
      for (const name of names) {
        if (!/\.(?:m?js|css|html|svg|json)$/.test(name)) continue;
        const content = readFileSync(join(dir, name));
        const params = {
          [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
          // What officials alone load need not take seconds of every build.
          ...(which === 'own' && { [constants.BROTLI_PARAM_QUALITY]: 9 }),
        };
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(content, { params }));
        writeFileSync(join(dir, `${name}.gz`), gzipSync(content, { level: 9 }));
      }
    },
  };
}
