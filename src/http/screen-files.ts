import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Vite's list of what was built: source → file, what it imports, its styles. */
type Manifest = Readonly<
  Record<
    string,
    { readonly file: string; readonly imports?: readonly string[]; readonly css?: readonly string[] }
  >
>;

/**
 * The files that a screen is made of, as links for the head of the page: what is named there is fetched at once, and not
 * one behind another as each is found in the last.
 *
 * @param source of the screen, as the build knows it
 */
export function screenLinks(folder: string, source: string): string {
  const path = join(folder, '.vite', 'manifest.json');
  if (!existsSync(path)) return '';
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  const files = new Set<string>();
  const styles = new Set<string>();
  const seen = new Set<string>();
  const add = (name: string): void => {
    const part = manifest[name];
    if (!part || seen.has(name)) return;
    seen.add(name);
    files.add(part.file);
    for (const style of part.css ?? []) styles.add(style);
    for (const next of part.imports ?? []) add(next);
  };
  add(source);
  return [
    ...[...styles].map((file) => `<link rel="stylesheet" crossorigin href="/${file}">`),
    ...[...files].map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`),
  ].join('');
}
