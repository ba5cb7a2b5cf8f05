import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Vite's list of what was built: source → file, what it imports, its styles. */
type Manifest = Readonly<
  Record<
    string,
    {
      readonly file: string;
      readonly imports?: readonly string[];
      /** Fetched when they are needed. */
      readonly dynamicImports?: readonly string[];
      readonly css?: readonly string[];
    }
  >
>;

/** A screen's part that runs by itself, before what draws is here (`firstLoads` in `renderer-ui/vite.config.ts`). */
const RUNS_AHEAD = /^assets\/engine-/;
const DRAWS_ALL = /^assets\/(?:shell|\w+Screen)-/;
/** Asked for by those alone who read English, by each part of a screen for itself. */
const ENGLISH = /(?:-en|\/speak-english)\.ts$/;

/**
 * The files that a screen is made of, as links for the head of the page: what is named there is fetched at once, and not
 * one behind another as each is found in the last. A browser without HTTP/2 fetches six files at a time, so what must
 * be there first comes first.
 *
 * @param source of the screen, as the build knows it
 * @returns `first` and `then`: between them is the place for other things to be fetched
 */
export function screenLinks(
  folder: string,
  source: string,
): { readonly first: string; readonly then: string } {
  const { files, styles } = partsOf(folder, source);
  const links = (which: (file: string) => boolean): string => files.filter(which).map(link).join('');
  return {
    first: styles.map(styleLink).join('') + links((file) => !DRAWS_ALL.test(file)),
    then: links((file) => DRAWS_ALL.test(file)),
  };
}

/**
 * The same for what a screen fetches later by itself, where it will be needed at once.
 *
 * @param known the screen, whose files are named already
 */
export function furtherLinks(folder: string, source: string, known: string): string {
  const [before, further] = [partsOf(folder, known), partsOf(folder, source)];
  return [
    ...further.styles.filter((file) => !before.styles.includes(file)).map(styleLink),
    ...further.files.filter((file) => !before.files.includes(file)).map(link),
  ].join('');
}

/** The words of a screen in English, which its parts would ask for one after another. */
export function englishLinks(folder: string, source: string): string {
  const words = partsOf(folder, source).later.filter((name) => ENGLISH.test(name));
  return words.map((name) => furtherLinks(folder, name, source)).join('');
}

interface Parts {
  readonly files: readonly string[];
  readonly styles: readonly string[];
  /** Sources that these fetch by themselves, as the build knows them. */
  readonly later: readonly string[];
}

function partsOf(folder: string, source: string): Parts {
  const path = join(folder, '.vite', 'manifest.json');
  if (!existsSync(path)) return { files: [], styles: [], later: [] };
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  const files = new Set<string>();
  const styles = new Set<string>();
  const later = new Set<string>();
  const seen = new Set<string>();
  const add = (name: string): void => {
    const part = manifest[name];
    if (!part || seen.has(name)) return;
    seen.add(name);
    for (const style of part.css ?? []) styles.add(style);
    for (const next of part.imports ?? []) add(next);
    for (const next of part.dynamicImports ?? []) later.add(next);
    files.add(part.file);
  };
  add(source);
  return { files: [...files], styles: [...styles], later: [...later] };
}

function link(file: string): string {
  return RUNS_AHEAD.test(file)
    ? `<script type="module" async crossorigin src="/${file}"></script>`
    : `<link rel="modulepreload" crossorigin href="/${file}">`;
}

function styleLink(file: string): string {
  return `<link rel="stylesheet" crossorigin href="/${file}">`;
}
