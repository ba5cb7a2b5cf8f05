import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from '@jest/globals';

type Manifest = Readonly<Record<string, { readonly file: string; readonly imports?: readonly string[] }>>;

const manifest = JSON.parse(readFileSync('dist/ui/.vite/manifest.json', 'utf8')) as Manifest;

/** Scripts that come before a screen is drawn, with their bytes in gzip, the heaviest first. */
function scriptsOf(screen: string): readonly (readonly [file: string, bytes: number])[] {
  const seen = new Set<string>();
  const add = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const next of manifest[name]?.imports ?? []) add(next);
  };
  add(screen);
  return [...seen]
    .map((name) => manifest[name]?.file ?? '')
    .map((file) => [file, gzipSync(readFileSync(`dist/ui/${file}`), { level: 9 }).length] as const)
    .sort((a, b) => b[1] - a[1]);
}

/** Never raised: 150 kB is the limit for the form with what its screen then fetches by itself. */
it.each([
  ['src/portal/fill/FillScreen.tsx', 147_000],
  ['src/portal/home/HomeScreen.tsx', 88_000],
  ['src/portal/catalogue/CatalogueScreen.tsx', 88_000],
])('%s comes with at most %i bytes of JavaScript', (screen, most) => {
  const scripts = scriptsOf(screen);
  const total = scripts.reduce((sum, [, bytes]) => sum + bytes, 0);
  expect(total > most ? { total, scripts } : 'light enough').toBe('light enough');
});

it('the form page needs no more files than a browser fetches at a time', () => {
  expect(scriptsOf('src/portal/fill/FillScreen.tsx').length).toBeLessThanOrEqual(6);
});
