import type { NameBook } from './names/name-book.js';
import type { Use } from './thing.js';

/**
 * Places where the word stands as a name and nothing is known of what it names: a step behind a value of which the
 * compiler knows no type (`flatten(…).amount`), or the key given to `get value` and `context put` as a text. A person
 * must look at them; most often it is the entry of a context that the expression makes for itself.
 */
export function unsurePlaces(book: NameBook, name: string): readonly Use[] {
  const known = new Set(book.uses.map(({ file, from }) => `${file}:${from}`));
  const step = new RegExp(`\\.\\s*(${name})(?![\\p{L}\\p{N}_])`, 'dgu');
  const key = new RegExp(`(?:get value|context put)\\s*\\([^"]*"(${name})"`, 'dgu');
  return book.expressions.flatMap(({ stretch, as }) => {
    // What stands between quotation marks is no step of a path.
    const bare = stretch.text.replace(/"(?:[^"\\]|\\.)*"/g, (text) => '"'.padEnd(text.length, ' '));
    return [...bare.matchAll(step), ...stretch.text.matchAll(key)].flatMap(({ indices }): readonly Use[] => {
      const [from, to] = indices?.[1] ?? [0, 0];
      const { file, path } = stretch;
      const use = { kind: as, file, path, from: stretch.at(from), to: stretch.at(to) };
      return known.has(`${file}:${use.from}`) ? [] : [use];
    });
  });
}
