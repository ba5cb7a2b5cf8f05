import { RE2JS } from 're2js';
import { type Finding, patternThatFinds } from './finding.js';
import type { CompiledPattern, Patterns } from './parts.js';

const MAX_PATTERN_LENGTH = 1000;
const MAX_CACHED = 200;
const cache = new Map<string, CompiledPattern>();

/**
 * Compiles a pattern of XPath's kind (FEEL's own) with the flags s, m, i, x, q.
 * `\d` and `\w` mean ASCII, as they do in a form's `pattern`: １２３ is not what a phone number is made of.
 * Back references and look-around cannot be matched in linear time and are refused.
 */
function compilePattern(source: string, flags: string): CompiledPattern {
  const key = `${flags} ${source}`;
  const known = cache.get(key);
  if (known) return known;
  if (cache.size >= MAX_CACHED) cache.clear();
  const compiled = compileFresh(source, flags);
  cache.set(key, compiled);
  return compiled;
}

function compileFresh(source: string, flags: string): CompiledPattern {
  if (source.length > MAX_PATTERN_LENGTH) return { ok: false, reason: 'too long' };
  if (!/^[smixq]*$/.test(flags)) return { ok: false, reason: `flags ${flags}` };
  let bits = 0;
  if (flags.includes('i')) bits |= RE2JS.CASE_INSENSITIVE;
  if (flags.includes('s')) bits |= RE2JS.DOTALL;
  if (flags.includes('m')) bits |= RE2JS.MULTILINE;
  try {
    const translated = flags.includes('q') ? RE2JS.quote(source) : translate(source, flags.includes('x'));
    const pattern = RE2JS.compile(translated, bits);
    return { ok: true, pattern: patternThatFinds((input) => findings(pattern, input)) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

function* findings(pattern: RE2JS, input: string): Generator<Finding> {
  const matcher = pattern.matcher(input);
  while (matcher.find()) {
    yield {
      start: matcher.start(),
      end: matcher.end(),
      group: (place) => (place <= matcher.groupCount() ? (matcher.group(place) ?? '') : ''),
    };
  }
}

const BLOCKS: Readonly<Record<string, string>> = {
  IsBasicLatin: '\\x{0}-\\x{7F}',
  'IsLatin-1Supplement': '\\x{80}-\\x{FF}',
  IsGreek: '\\x{370}-\\x{3FF}',
  IsCyrillic: '\\x{400}-\\x{4FF}',
  IsGeneralPunctuation: '\\x{2000}-\\x{206F}',
  IsCJKSymbolsandPunctuation: '\\x{3000}-\\x{303F}',
  IsHiragana: '\\x{3040}-\\x{309F}',
  IsKatakana: '\\x{30A0}-\\x{30FF}',
  IsCJKUnifiedIdeographs: '\\x{4E00}-\\x{9FFF}',
  IsHalfwidthandFullwidthForms: '\\x{FF00}-\\x{FFEF}',
};

/** `\i` begins an XML name, `\c` goes on with one. */
const NAME_CHARACTERS: Readonly<Record<string, string>> = {
  i: '\\p{L}_:',
  I: '\\p{L}_:',
  c: '\\p{L}\\p{N}_:.\\-',
  C: '\\p{L}\\p{N}_:.\\-',
};

class PatternReader {
  private at = 0;
  constructor(
    private readonly source: readonly string[],
    private readonly ignoreSpace: boolean,
  ) {}

  read(): string {
    let out = '';
    while (this.at < this.source.length) {
      const character = this.next();
      if (character === '\\') out += this.escape(false);
      else if (character === '[') out += this.characterClass();
      else if (this.ignoreSpace && /\s/.test(character)) continue;
      else if (character === '(' && this.peek() === '?' && this.source[this.at + 1] !== ':')
        throw new Error('look-around');
      else out += character;
    }
    return out;
  }

  private next(): string {
    const character = this.source[this.at++];
    if (character === undefined) throw new Error('unexpected end');
    return character;
  }

  private peek(): string | undefined {
    return this.source[this.at];
  }

  private escape(inClass: boolean): string {
    if (this.ignoreSpace && !inClass) this.skipSpace();
    const character = this.next();
    if (/[0-9]/.test(character)) throw new Error(inClass ? 'digit escape' : 'back reference');
    if (character === 'p' || character === 'P') return this.property(character === 'P', inClass);
    if (/[nrtdDsSwW]/.test(character)) return `\\${character}`;
    if (Object.hasOwn(NAME_CHARACTERS, character)) return this.nameCharacter(character, inClass);
    if (/[\p{L}]/u.test(character)) throw new Error(`escape \\${character}`);
    return `\\${character}`;
  }

  private skipSpace(): void {
    while (/\s/.test(this.peek() ?? '')) this.at++;
  }

  private nameCharacter(character: string, inClass: boolean): string {
    const members = NAME_CHARACTERS[character.toLowerCase()] ?? '';
    const negated = character !== character.toLowerCase();
    if (inClass && negated) throw new Error(`escape \\${character} in a class`);
    return inClass ? members : `[${negated ? '^' : ''}${members}]`;
  }

  private property(negated: boolean, inClass: boolean): string {
    if (this.next() !== '{') throw new Error('property');
    let name = '';
    for (let character = this.next(); character !== '}'; character = this.next()) {
      if (!this.ignoreSpace || inClass || !/\s/.test(character)) name += character;
    }
    const block = Object.hasOwn(BLOCKS, name) ? BLOCKS[name] : undefined;
    if (block !== undefined) {
      if (inClass && negated) throw new Error('negated block in a class');
      return inClass ? block : `[${negated ? '^' : ''}${block}]`;
    }
    if (!/^[A-Z][a-z]?$/.test(name)) throw new Error(`property ${name}`);
    return `\\${negated ? 'P' : 'p'}{${name}}`;
  }

  /** Reads up to the closing bracket; `[A-Z-[OI]]` becomes the ranges that are left. */
  private characterClass(): string {
    const { body, members, negated } = this.classBody();
    if (!members.minus) return `[${negated ? '^' : ''}${body}]`;
    if (negated || members.minus.negated || !members.plain || !members.minus.plain)
      throw new Error('class subtraction');
    return `[${subtract(members.ranges, members.minus.ranges)}]`;
  }

  private classBody(): { body: string; members: Members; negated: boolean } {
    const negated = this.peek() === '^';
    if (negated) this.at++;
    const members: Members = { ranges: [], plain: true, negated, minus: undefined };
    let body = '';
    for (let character = this.next(); character !== ']' || body === ''; character = this.next()) {
      if (character === '-' && this.peek() === '[') {
        this.at++;
        members.minus = this.classBody().members;
        if (this.next() !== ']') throw new Error('class subtraction');
        return { body, members, negated };
      }
      if (character === '[') throw new Error('bracket in a class');
      const item = character === '\\' ? this.escape(true) : character;
      body += item;
      this.collect(members, character, item);
    }
    return { body, members, negated };
  }

  private collect(members: Members, character: string, item: string): void {
    if (character === '\\' && /^\\[\p{L}]/u.test(item)) members.plain = false;
    const point = (character === '\\' ? item.slice(1) : character).codePointAt(0) ?? 0;
    const last = members.ranges.at(-1);
    if (members.open && last) {
      last[1] = point;
      members.open = false;
    } else if (character === '-' && last && this.peek() !== '[' && this.peek() !== ']') members.open = true;
    else members.ranges.push([point, point]);
  }
}

interface Members {
  readonly ranges: [number, number][];
  plain: boolean;
  readonly negated: boolean;
  minus: Members | undefined;
  /** A range has begun: the next character ends it. */
  open?: boolean;
}

function subtract(
  ranges: readonly (readonly [number, number])[],
  holes: readonly (readonly [number, number])[],
): string {
  let left = ranges.map(([from, to]) => [from, to] as const);
  for (const [low, high] of holes) {
    left = left.flatMap(([from, to]) => {
      if (high < from || low > to) return [[from, to] as const];
      return [[from, low - 1] as const, [high + 1, to] as const].filter(([a, b]) => a <= b);
    });
  }
  if (left.length === 0) throw new Error('empty class');
  const hex = (point: number) => `\\x{${point.toString(16)}}`;
  return left.map(([from, to]) => (from === to ? hex(from) : `${hex(from)}-${hex(to)}`)).join('');
}

function translate(source: string, ignoreSpace: boolean): string {
  return new PatternReader([...source], ignoreSpace).read();
}

export const RE2_PATTERNS: Patterns = { compile: compilePattern };
