/** A set of code points as sorted, disjoint ranges. */
export type Ranges = readonly (readonly [from: number, to: number])[];

export type PatternNode =
  | { readonly kind: 'empty' }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'set'; readonly ranges: Ranges }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'either'; readonly branches: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly of: PatternNode; readonly least: number; readonly most: number };

/** What cannot be read, and where in the pattern (UTF-16 offset). */
export class PatternError extends Error {
  constructor(
    readonly reason: 'syntax' | 'unsupported' | 'too-many-repeats',
    readonly position: number,
  ) {
    super(reason);
  }
}

const LAST = 0x10ffff;
const MOST_REPEATS = 1000;
const DIGITS: Ranges = [[0x30, 0x39]];
const WORD: Ranges = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
];
const QUANTIFIER = /(?:[*+?]|\{(\d{1,5})(?:(,)(\d{1,5})?)?\})/y;
const ESCAPABLE = '^$\\.*+?()[]{}|/';

/**
 * Reads the part of regular expressions that means the same in every engine: letters, `[sets]`, `\d` `\w`, groups,
 * `|`, quantifiers, `^` and `$` at the ends. Look-around, back-references, lazy quantifiers, `.` and `\s` (whose
 * meaning differs between engines) are refused.
 *
 * @throws PatternError
 */
export function parsePattern(source: string): PatternNode {
  return new PatternParser(source).parse();
}

class PatternParser {
  private at = 0;

  constructor(private readonly source: string) {}

  parse(): PatternNode {
    const node = this.either();
    if (this.at < this.source.length) throw this.error('syntax');
    return node;
  }

  private either(): PatternNode {
    const branches = [this.sequence()];
    while (this.take('|')) branches.push(this.sequence());
    return branches.length === 1 && branches[0] ? branches[0] : { kind: 'either', branches };
  }

  private sequence(): PatternNode {
    const parts: PatternNode[] = [];
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at] ?? ''))
      parts.push(this.quantified());
    return parts.length === 0 ? { kind: 'empty' } : { kind: 'sequence', parts };
  }

  private quantified(): PatternNode {
    const start = this.at;
    const of = this.atom();
    QUANTIFIER.lastIndex = this.at;
    const found = QUANTIFIER.exec(this.source);
    if (!found) return of;
    if (of.kind === 'start' || of.kind === 'end') throw new PatternError('syntax', start);
    this.at += found[0].length;
    if (/[*+?]/.test(this.source[this.at] ?? '')) throw this.error('unsupported');
    const [least, most] = boundsOf(found);
    if (least > most) throw new PatternError('syntax', start);
    if (least > MOST_REPEATS || (most !== Infinity && most > MOST_REPEATS))
      throw new PatternError('too-many-repeats', start);
    return { kind: 'repeat', of, least, most };
  }

  private atom(): PatternNode {
    const first = this.source[this.at] ?? '';
    if (first === '(') return this.group();
    if (first === '[') return { kind: 'set', ranges: this.set() };
    if (first === '^' || first === '$') {
      this.at += 1;
      return { kind: first === '^' ? 'start' : 'end' };
    }
    if (first === '.') throw this.error('unsupported');
    if ('*+?{}]'.includes(first)) throw this.error('syntax');
    return { kind: 'set', ranges: first === '\\' ? this.escape(false) : single(this.character()) };
  }

  private group(): PatternNode {
    this.at += 1;
    if (this.source[this.at] === '?' && !this.source.startsWith('?:', this.at))
      throw this.error('unsupported');
    if (this.source.startsWith('?:', this.at)) this.at += 2;
    const inside = this.either();
    if (!this.take(')')) throw this.error('syntax');
    return inside;
  }

  private set(): Ranges {
    this.at += 1;
    const not = this.take('^');
    const ranges: (readonly [number, number])[] = [];
    while (!this.take(']')) {
      if (this.at >= this.source.length || this.source[this.at] === '[') throw this.error('syntax');
      const from = this.member();
      const isRange = this.source[this.at] === '-' && this.source[this.at + 1] !== ']';
      if (!isRange) {
        ranges.push(...from);
        continue;
      }
      this.at += 1;
      const to = this.member();
      const [low, high] = [from[0]?.[0], to[0]?.[0]];
      if (!isSingle(from) || !isSingle(to) || low === undefined || high === undefined || low > high)
        throw this.error('syntax');
      ranges.push([low, high]);
    }
    if (ranges.length === 0) throw this.error('syntax');
    return not ? complement(merge(ranges)) : merge(ranges);
  }

  private member(): Ranges {
    return this.source[this.at] === '\\' ? this.escape(true) : single(this.character());
  }

  private escape(inSet: boolean): Ranges {
    const letter = this.source[this.at + 1] ?? '';
    const hex = /^u([0-9a-fA-F]{4})/.exec(this.source.slice(this.at + 1, this.at + 6))?.[1];
    if (hex !== undefined) {
      const point = Number.parseInt(hex, 16);
      if (point >= 0xd800 && point <= 0xdfff) throw this.error('unsupported');
      this.at += 6;
      return single(point);
    }
    const isLiteral = letter !== '' && (ESCAPABLE + (inSet ? '-' : '')).includes(letter);
    const ranges = CLASSES.get(letter) ?? (isLiteral ? single(letter.charCodeAt(0)) : null);
    if (ranges === null) throw this.error('unsupported');
    this.at += 2;
    return ranges;
  }

  private character(): number {
    const point = this.source.codePointAt(this.at) ?? 0;
    if (point >= 0xd800 && point <= 0xdfff) throw this.error('syntax');
    this.at += point > 0xffff ? 2 : 1;
    return point;
  }

  private take(character: string): boolean {
    if (this.source[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  private error(reason: PatternError['reason']): PatternError {
    return new PatternError(reason, this.at);
  }
}

function boundsOf(found: RegExpExecArray): readonly [number, number] {
  const [text, least, comma, most] = found;
  if (text === '*') return [0, Infinity];
  if (text === '+') return [1, Infinity];
  if (text === '?') return [0, 1];
  const from = Number(least);
  return [from, most === undefined ? (comma === undefined ? from : Infinity) : Number(most)];
}

function single(point: number): Ranges {
  return [[point, point]];
}

function isSingle(ranges: Ranges): boolean {
  return ranges.length === 1 && ranges[0]?.[0] === ranges[0]?.[1];
}

function merge(ranges: Ranges): Ranges {
  const merged: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

function complement(ranges: Ranges): Ranges {
  const outside: [number, number][] = [];
  let next = 0;
  for (const [from, to] of ranges) {
    if (from > next) outside.push([next, from - 1]);
    next = to + 1;
  }
  if (next <= LAST) outside.push([next, LAST]);
  return outside;
}

const CLASSES: ReadonlyMap<string, Ranges> = new Map([
  ['d', DIGITS],
  ['D', complement(DIGITS)],
  ['w', WORD],
  ['W', complement(WORD)],
  ['n', single(0x0a)],
  ['r', single(0x0d)],
  ['t', single(0x09)],
]);
