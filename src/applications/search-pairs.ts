/** How text is compared in search alone: widths and cases alike, no spaces. A stored name keeps every character. */
export function searchForm(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '');
}

/**
 * Neighbouring characters in pairs: 山田太郎 → 山田, 田太, 太郎. An index over them finds a part of a name of two
 * characters, which words and trigrams do not. A single character stands for itself.
 *
 * @param texts as search compares them
 */
export function searchPairs(...texts: readonly string[]): readonly string[] {
  const pairs = new Set<string>();
  for (const text of texts) {
    const characters = [...text];
    if (characters.length === 1) pairs.add(characters[0] ?? '');
    for (let i = 0; i + 1 < characters.length; i++) pairs.add(`${characters[i]}${characters[i + 1]}`);
  }
  return [...pairs];
}

/** What the index is asked for: fewer than a word has, and together they hold every character of it. */
export interface SearchCover {
  readonly pairs: readonly string[];
  /** Digits by four at a time: two of them stand in every telephone number. */
  readonly runs: readonly string[];
}

/** @param words as search compares them; single characters are left to the comparison that follows */
export function searchCover(words: readonly string[]): SearchCover {
  const parts = words.flatMap((word) => word.split(/([0-9]{4,})/u)).filter((part) => [...part].length > 1);
  const isRun = (part: string): boolean => /^[0-9]{4,}$/u.test(part);
  const [runs, pairs] = [parts.filter(isRun), parts.filter((part) => !isRun(part))];
  return {
    pairs: pairs.flatMap((part) => laidOver(part, 2)),
    runs: runs.flatMap((part) => laidOver(part, 4)),
  };
}

/** 山田太郎 by two: 山田, 太郎; 田中一 by two: 田中, 中一. */
function laidOver(text: string, size: number): readonly string[] {
  const characters = [...text];
  const starts = new Set<number>();
  for (let at = 0; at < characters.length; at += size) starts.add(Math.min(at, characters.length - size));
  return [...starts].map((at) => characters.slice(at, at + size).join(''));
}
