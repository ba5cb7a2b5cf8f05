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
