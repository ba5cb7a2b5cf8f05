/** A word this long that a name and a title share is no accident. */
const SHORTEST = 2;

/** Words that every second title has say nothing about one of them. */
const EMPTY_WORDS =
  /写真|写し|画像|書類|ファイル|証明|コピー|photo(?:graph)?s?|pictures?|images?|copy|copies|document|file|scan/giu;

/**
 * Which question a file seems to be for, by the longest piece of its name that only one title has: `通帳(表).jpg` is
 * for 「通帳の写し」. Null where no title says it, or two say it alike.
 */
export function proposeQuestion(fileName: string, titles: readonly string[]): number | null {
  const name = plain(fileName.replace(/\.[^.]*$/u, ''));
  const shared = titles.map((title) => longestShared(name, plain(title)));
  const most = Math.max(0, ...shared);
  if (most < SHORTEST || shared.indexOf(most) !== shared.lastIndexOf(most)) return null;
  return shared.indexOf(most);
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(EMPTY_WORDS, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}

/** Characters of the longest piece that both have; of Latin words whole ones only, and no bare numbers. */
function longestShared(name: string, title: string): number {
  let longest = 0;
  const latin = new Set(name.match(/[a-z]{3,}/gu) ?? []);
  for (const word of title.match(/[a-z]{3,}/gu) ?? [])
    if (latin.has(word)) longest = Math.max(longest, word.length);
  for (const run of title.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー々]+/gu) ?? []) {
    const letters = [...run];
    for (let from = 0; from < letters.length; from += 1) {
      let length = longest + 1;
      while (from + length <= letters.length && isShared(letters.slice(from, from + length).join(''), name)) {
        longest = length;
        length += 1;
      }
    }
  }
  return longest;
}

/** A piece of kana alone, such as 「のお」, is grammar. */
function isShared(piece: string, name: string): boolean {
  return name.includes(piece) && !/^\p{sc=Hira}+$/u.test(piece);
}
