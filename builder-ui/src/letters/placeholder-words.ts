/** What can be put into a text, by the words a person knows it by. */
export interface Placeholder {
  /** As an expression names it: `plan.grant`. */
  readonly name: string;
  /** 設置の計画 › 補助の額 */
  readonly title: string;
}

const OPEN = '〔';
const CLOSE = '〕';

/**
 * A line of a template as it is written by a person: `{{ plan.grant }}` is 〔設置の計画 › 補助の額〕. What is no plain name stands
 * as it is, behind an equals sign: 〔＝notice.issued_on + …〕. Nothing is lost on the way there and back.
 */
export class PlaceholderWords {
  private readonly titles = new Map<string, string>();
  private readonly names = new Map<string, string>();

  constructor(placeholders: readonly Placeholder[]) {
    for (const { name, title } of placeholders) {
      let own = title.replaceAll(OPEN, '（').replaceAll(CLOSE, '）');
      // Two questions of the same title are told apart by their names.
      if (this.names.has(own)) own = `${own}（${name}）`;
      this.titles.set(name, own);
      this.names.set(own, name);
    }
  }

  /** How a placeholder is written in words. */
  tokenOf(name: string): string {
    const title = this.titles.get(name);
    return title === undefined ? `${OPEN}＝${name}${CLOSE}` : `${OPEN}${title}${CLOSE}`;
  }

  toWords(source: string): string {
    return piecesOf(source)
      .map((piece) => {
        if (!piece.isPlaceholder) return piece.text;
        const name = piece.text.slice(2, -2).trim();
        // Written otherwise than we write it: kept as it is.
        return piece.text === `{{ ${name} }}` && !name.includes(CLOSE) ? this.tokenOf(name) : piece.text;
      })
      .join('');
  }

  toSource(words: string): string {
    return words.replaceAll(/〔([^〔〕]*)〕/gu, (token, inside: string) => {
      if (inside.startsWith('＝')) return `{{ ${inside.slice(1)} }}`;
      const name = this.names.get(inside);
      return name === undefined ? token : `{{ ${name} }}`;
    });
  }

  /** A text in words, cut at what was put in. */
  pieces(words: string): readonly Piece[] {
    return words
      .split(/(〔[^〔〕]*〕)/u)
      .flatMap((text) =>
        text === '' ? [] : [{ text, isPlaceholder: text.startsWith(OPEN) && this.toSource(text) !== text }],
      );
  }

  /** The token that holds this place of the text, so that it is removed and passed as one. */
  tokenAt(words: string, place: number): { readonly from: number; readonly to: number } | null {
    const from = words.lastIndexOf(OPEN, place - 1);
    if (from === -1) return null;
    const to = words.indexOf(CLOSE, from);
    if (to === -1 || to + 1 < place) return null;
    const token = words.slice(from, to + 1);
    return this.toSource(token) === token ? null : { from, to: to + 1 };
  }
}

interface Piece {
  readonly text: string;
  readonly isPlaceholder: boolean;
}

/** Text and placeholders with their braces; braces within texts and contexts of an expression end nothing. */
function piecesOf(source: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('{{', at);
    const close = open === -1 ? -1 : endOf(source, open + 2);
    if (open === -1 || close === -1) {
      pieces.push({ text: source.slice(at), isPlaceholder: false });
      return pieces;
    }
    if (open > at) pieces.push({ text: source.slice(at, open), isPlaceholder: false });
    pieces.push({ text: source.slice(open, close), isPlaceholder: true });
    at = close;
  }
  return pieces;
}

/** Behind the braces that close a placeholder; -1 where none do. */
function endOf(source: string, from: number): number {
  let quoted = false;
  let depth = 0;
  for (let at = from; at < source.length; at++) {
    const letter = source[at];
    if (quoted) {
      if (letter === '\\') at++;
      else if (letter === '"') quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === '{') depth++;
    else if (letter === '}' && depth > 0) depth--;
    else if (letter === '}') return source[at + 1] === '}' ? at + 2 : -1;
  }
  return -1;
}
