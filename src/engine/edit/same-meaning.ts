import type { NameBook } from './names/name-book.js';
import type { Use } from './thing.js';

/**
 * Holds the names of a folder against those after a renaming: the same places must name, and what was one thing must
 * be one thing, what was two must be two. So nothing was caught by a loop variable, the field of a row or a function of
 * the new name, and nothing was left behind.
 *
 * @param moved files that have another name now: old → new
 * @returns the place, as it was before, where a name came to mean something else; null when none did
 */
export function sameMeaning(
  before: NameBook,
  after: NameBook,
  edits: readonly Use[],
  newName: string,
  moved: Readonly<Record<string, string>>,
): string | null {
  const shift = shifter(edits, newName.length);
  const now = keysByPlace(after.uses);
  const then = keysByPlace(
    before.uses.map((use) => ({ ...use, file: moved[use.file] ?? use.file, from: use.from + shift(use) })),
  );
  const became = new Map<string, string>();
  const came = new Map<string, string>();
  for (const [place, { keys, path }] of then) {
    const found = now.get(place)?.keys ?? [];
    if (found.length !== keys.length) return path;
    const [old, key] = [keys[0], found[0]];
    if (keys.length !== 1 || old === undefined || key === undefined) continue;
    if ((became.get(old) ?? key) !== key || (came.get(key) ?? old) !== old) return path;
    became.set(old, key);
    came.set(key, old);
  }
  for (const [place, { path }] of now) if (!then.has(place)) return path;
  return null;
}

/** How far a place moves when the names before it in its file have another length. */
function shifter(edits: readonly Use[], length: number): (use: Use) => number {
  return ({ file, from }) =>
    edits
      .filter((edit) => edit.file === file && edit.from < from)
      .reduce((sum, edit) => sum + length - (edit.to - edit.from), 0);
}

function keysByPlace(
  uses: NameBook['uses'],
): ReadonlyMap<string, { readonly keys: readonly string[]; readonly path: string }> {
  const places = new Map<string, { keys: readonly string[]; path: string }>();
  for (const { file, from, key, path } of uses) {
    const place = `${file}:${from}`;
    places.set(place, { keys: [...(places.get(place)?.keys ?? []), key], path });
  }
  return places;
}
