import { nearestName } from '../nearest-name.js';
import { searchKey, searchWords } from './search-key.js';

/** What people may know a thing by, the most telling first. */
export interface SearchParts {
  /** Its name, and the reading of the name. */
  readonly title: readonly string[];
  /** Everyday words for it. */
  readonly words: readonly string[];
  /** Where it belongs: category, office. */
  readonly about: readonly string[];
  /** Whatever else is said of it. */
  readonly text: readonly string[];
}

interface Entry<T> {
  readonly item: T;
  readonly title: readonly string[];
  readonly words: readonly string[];
  readonly about: readonly string[];
  readonly text: readonly string[];
}

export interface SearchIndex<T> {
  readonly entries: readonly Entry<T>[];
  /** Key of a word people may search for → the word. */
  readonly vocabulary: ReadonlyMap<string, string>;
}

/** Points for where a word is found; a title that begins with it comes before one that has it inside. */
const POINTS = { titleStart: 12, title: 10, words: 6, about: 3, text: 1 };

/** To be made once for a list: each text is folded to its key. */
export function searchIndex<T>(items: readonly T[], partsOf: (item: T) => SearchParts): SearchIndex<T> {
  const vocabulary = new Map<string, string>();
  const entries = items.map((item): Entry<T> => {
    const { title, words, about, text } = partsOf(item);
    const known = [...words, ...title.flatMap((name) => name.split(/[\s　（）()]+/u)), ...about];
    for (const word of known) {
      const key = searchKey(word);
      if (key.length > 1 && !vocabulary.has(key)) vocabulary.set(key, word);
    }
    return {
      item,
      title: title.map(searchKey),
      words: words.map(searchKey),
      about: about.map(searchKey),
      text: text.map(searchKey),
    };
  });
  return { entries, vocabulary };
}

/**
 * What has every word of the query somewhere, the best match first; equals keep the order of the list. An empty query
 * finds everything.
 */
export function search<T>(index: SearchIndex<T>, query: string): readonly T[] {
  const words = searchWords(query);
  if (words.length === 0) return index.entries.map((entry) => entry.item);
  return index.entries
    .flatMap((entry) => {
      const points = words.map((word) => pointsOf(entry, word));
      return points.includes(0) ? [] : [{ item: entry.item, points: points.reduce((sum, one) => sum + one) }];
    })
    .sort((a, b) => b.points - a.points)
    .map(({ item }) => item);
}

/** For a query that finds nothing: the same query with words that are in the list, or null where none is near. */
export function nearestQuery<T>(index: SearchIndex<T>, query: string): string | null {
  const given = query.normalize('NFKC').split(/[\s、,]+/u);
  const words = given.filter((word) => searchKey(word) !== '');
  const nearer = words.map((word) => {
    const key = searchKey(word);
    if (index.entries.some((entry) => pointsOf(entry, key) > 0)) return word;
    const near = nearestName(key, index.vocabulary.keys());
    return near === undefined ? null : (index.vocabulary.get(near) ?? null);
  });
  if (nearer.includes(null) || nearer.every((word, place) => word === words[place])) return null;
  return nearer.join(' ');
}

function pointsOf<T>({ title, words, about, text }: Entry<T>, word: string): number {
  if (title.some((key) => key.startsWith(word))) return POINTS.titleStart;
  if (title.some((key) => key.includes(word))) return POINTS.title;
  if (words.some((key) => key.includes(word))) return POINTS.words;
  if (about.some((key) => key.includes(word))) return POINTS.about;
  return text.some((key) => key.includes(word)) ? POINTS.text : 0;
}
