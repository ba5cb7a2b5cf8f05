/**
 * A part of a word that the index knows: two neighbouring characters, four digits, a number of two to four digits with
 * the letter before it, or a kanji that stands alone.
 */
export interface Gram {
  /** Which of the words. */
  readonly word: number;
  /** Its first character, counted from the beginning of the word. */
  readonly at: number;
  /** How many characters of the word it is. */
  readonly size: number;
  readonly key: string;
}

/** So many are judged; of a longer query the rest is left to the comparison that follows. */
const most = 40;

/**
 * All that a row must have which holds the words. Digits go by four, because two of them stand in every telephone number,
 * and the number of a house goes with the letter before it: 梅田114 is one house of many that are 114. A single character
 * is looked for only when it is a kanji: 林 is a name, ア stands everywhere.
 *
 * @param words as search compares them
 */
export function gramsOf(words: readonly string[]): readonly Gram[] {
  const grams = words.flatMap((text, word) => {
    const characters = [...text];
    if (characters.length === 1) return isKanji(text) ? [{ word, at: 0, size: 1, key: text }] : [];
    return partsOf(characters, 'with letters').map((part) => ({ word, ...part }));
  });
  return grams.slice(0, most);
}

/** The same of an answer to a listed question; numbers go without the letter before them. */
export function listedGrams(field: string, answer: string): readonly Gram[] {
  const characters = [...answer];
  const parts =
    characters.length === 1 ? [{ at: 0, size: 1, key: answer }] : partsOf(characters, 'without letters');
  return parts.slice(0, most).map(({ key, ...part }) => ({ word: 0, ...part, key: `${field}/${key}` }));
}

const longestNumber = 4;

/** As in the function `search_keys` of the database. */
function partsOf(
  characters: readonly string[],
  numbers: 'with letters' | 'without letters',
): readonly Omit<Gram, 'word'>[] {
  const digitsFrom = (at: number): number => {
    const end = characters.findIndex((character, i) => i >= at && !isDigit(character));
    return Math.max(0, (end < 0 ? characters.length : end) - at);
  };
  let runEnds = 0;
  return characters.flatMap((character, at) => {
    const digits = digitsFrom(at);
    if (at >= runEnds && digits >= longestNumber) runEnds = at + digits;
    const inRun = at < runEnds && at + 1 < runEnds;
    const house = numbers === 'with letters' && !isDigit(character) ? digitsFrom(at + 1) : 0;
    const size = inRun ? longestNumber : house > 1 ? 1 + Math.min(house, longestNumber) : 2;
    const fits = at + size <= (inRun ? runEnds : characters.length);
    return fits ? [{ at, size, key: characters.slice(at, at + size).join('') }] : [];
  });
}

/** A gram that stands in more than this part of the rows costs more to look up than it saves. */
const tooCommon = 0.25;
/** One that leaves more than this part of what the others leave says what they have said. */
const worthIt = 0.5;
const mostAsked = 4;

export interface ChosenGrams {
  readonly keys: readonly string[];
  /** About which part of all rows has them. */
  readonly share: number;
}

/**
 * The few worth asking the index for: the rarest, and those that leave the least of what it leaves. 泉佐 and 野市 stand in
 * the same rows; 泉佐 and 12 do not. What else the words hold is compared in the rows found.
 *
 * @param marks for each gram, in which of some rows it stands: `0010…`
 */
export function chooseGrams(grams: readonly Gram[], marks: readonly string[]): ChosenGrams {
  const rows = marks[0]?.length ?? 0;
  const judged = grams
    .map((gram, index) => ({ ...gram, holds: rowsOf(marks[index] ?? '') }))
    .sort((a, b) => a.holds.size - b.holds.size);
  const [rarest, ...others] = judged;
  if (!rarest) return { keys: [], share: 1 };
  const chosen: Gram[] = [rarest];
  let { holds: left } = rarest;
  let share = partOf(left.size, rows);
  const open = others.filter(({ holds }) => holds.size <= tooCommon * rows);
  const ask = (gram: (typeof open)[number] | undefined, part: number): void => {
    if (!gram) return;
    chosen.push(gram);
    share *= part;
    left = new Set([...left].filter((row) => gram.holds.has(row)));
  };
  while (left.size > 0 && chosen.length < mostAsked) {
    const [best] = open
      .map((gram) => {
        const both = [...left].filter((row) => gram.holds.has(row)).length;
        return { gram, part: partOf(both, left.size) };
      })
      .sort((a, b) => a.part - b.part);
    if (!best || best.part > worthIt) return { keys: chosen.map(({ key }) => key), share };
    ask(best.gram, best.part);
  }
  // No row is left to learn from: what shares little with the others is taken to say something of its own.
  while (chosen.length < mostAsked) {
    const [own] = open
      .map((gram) => ({ gram, shared: chosen.reduce((sum, one) => sum + charactersShared(gram, one), 0) }))
      .filter(({ gram, shared }) => shared <= mayShare(gram))
      .sort((a, b) => a.shared - b.shared);
    if (!own) break;
    ask(own.gram, partOf(own.gram.holds.size, rows));
  }
  return { keys: chosen.map(({ key }) => key), share };
}

/** What none of the rows has may stand in half of one. */
function partOf(count: number, rows: number): number {
  return (count + 0.5) / (rows + 1);
}

function rowsOf(marks: string): ReadonlySet<number> {
  return new Set([...marks].flatMap((mark, row) => (mark === '1' ? [row] : [])));
}

const isDigit = (character: string): boolean => /^[0-9]$/.test(character);

/** Of a number half; of a pair nothing. */
function mayShare({ size }: Gram): number {
  return size > 2 ? Math.floor(size / 2) : 0;
}

function charactersShared(one: Gram, other: Gram): number {
  if (one.word !== other.word) return 0;
  const from = Math.max(one.at, other.at);
  const to = Math.min(one.at + one.size, other.at + other.size);
  return Math.max(0, to - from);
}

/** As in the function `search_keys` of the database. */
function isKanji(character: string): boolean {
  return /^[々㐀-鿿豈-龎\u{20000}-\u{10ffff}]$/u.test(character);
}
