import { type Problem, problem } from '../problem.js';

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** A value and where it stands: `from` its first character, `to` behind its last, in UTF-16 units. */
export interface JsonNode {
  readonly from: number;
  readonly to: number;
  readonly value: JsonValue;
  /** Of an object, in the order of the file; null otherwise. */
  readonly members: readonly JsonMember[] | null;
  /** Of a list; null otherwise. */
  readonly items: readonly JsonNode[] | null;
}

export interface JsonMember {
  readonly key: string;
  /** Of the key with its quotation marks. */
  readonly keyFrom: number;
  readonly keyTo: number;
  readonly node: JsonNode;
}

/** A definition nested deeper than this is a mistake or an attack. */
const MAX_DEPTH = 32;

/**
 * Parses JSON as strictly as `JSON.parse`, but says where it went wrong in line and column, and reports what
 * `JSON.parse` lets pass: a key given twice (the first would vanish silently) and the key `__proto__`.
 *
 * @param file name used in the path of a problem: `form.schema.json#12` is its line 12
 */
export function parseJson(
  file: string,
  text: string,
):
  | { readonly ok: true; readonly value: JsonValue }
  | { readonly ok: false; readonly problems: readonly Problem[] } {
  const { root, problems } = parseJsonTree(file, text);
  return root && problems.length === 0 ? { ok: true, value: root.value } : { ok: false, problems };
}

/** As `parseJson`, with the place of every key and value. There is no root where the text is not JSON. */
export function parseJsonTree(
  file: string,
  text: string,
): { readonly root: JsonNode | null; readonly problems: readonly Problem[] } {
  const parser = new Parser(file, text);
  try {
    return { root: parser.document(), problems: parser.problems };
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    return { root: null, problems: [...parser.problems, error.problem] };
  }
}

class JsonSyntaxError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// JSON forbids raw control characters inside strings.
const TEXT = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORDS: readonly (readonly [string, JsonValue])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

class Parser {
  readonly problems: Problem[] = [];
  private at = 0;

  constructor(
    private readonly file: string,
    private readonly text: string,
  ) {
    // Editors on Windows like to write a byte order mark.
    if (text.startsWith('\uFEFF')) this.at = 1;
  }

  document(): JsonNode {
    const root = this.node(0);
    this.skipSpace();
    if (this.at < this.text.length) throw this.syntax('json-syntax');
    return root;
  }

  private node(depth: number): JsonNode {
    if (depth > MAX_DEPTH) throw this.syntax('too-deep', { limit: MAX_DEPTH });
    this.skipSpace();
    const from = this.at;
    const first = this.text[from];
    if (first === '{') return this.object(depth);
    if (first === '[') return this.array(depth);
    const value = first === '"' ? this.string() : this.word();
    return { from, to: this.at, value, members: null, items: null };
  }

  private word(): JsonValue {
    for (const [word, value] of WORDS) {
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    }
    const digits = this.match(NUMBER);
    if (digits === null) throw this.syntax('json-syntax');
    const value = Number(digits);
    if (!Number.isFinite(value)) throw this.syntax('json-syntax');
    return value;
  }

  private object(depth: number): JsonNode {
    const from = this.at;
    const value: Record<string, JsonValue> = {};
    const members: JsonMember[] = [];
    this.at += 1;
    this.skipSpace();
    if (this.take('}')) return { from, to: this.at, value, members, items: null };
    for (;;) {
      this.skipSpace();
      const keyFrom = this.at;
      const key = this.string();
      const keyTo = this.at;
      this.skipSpace();
      if (!this.take(':')) throw this.syntax('json-syntax');
      const node = this.node(depth + 1);
      members.push({ key, keyFrom, keyTo, node });
      if (key === '__proto__') this.report(keyFrom, 'unsafe-name', { name: key });
      else if (Object.hasOwn(value, key)) this.report(keyFrom, 'duplicate-key', { key });
      else value[key] = node.value;
      this.skipSpace();
      if (this.take('}')) return { from, to: this.at, value, members, items: null };
      if (!this.take(',')) throw this.syntax('json-syntax');
    }
  }

  private array(depth: number): JsonNode {
    const from = this.at;
    const items: JsonNode[] = [];
    this.at += 1;
    this.skipSpace();
    if (this.take(']')) return { from, to: this.at, value: [], members: null, items };
    for (;;) {
      items.push(this.node(depth + 1));
      this.skipSpace();
      if (this.take(']'))
        return { from, to: this.at, value: items.map((item) => item.value), members: null, items };
      if (!this.take(',')) throw this.syntax('json-syntax');
    }
  }

  private string(): string {
    const literal = this.match(TEXT);
    if (literal === null) throw this.syntax('json-syntax');
    return literal.includes('\\') ? (JSON.parse(literal) as string) : literal.slice(1, -1);
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? null;
    if (found !== null) this.at += found.length;
    return found;
  }

  private skipSpace(): void {
    this.match(SPACE);
  }

  private report(at: number, code: string, params: Problem['params']): void {
    this.problems.push(this.problemAt(at, code, params));
  }

  private syntax(code: string, params: Problem['params'] = {}): JsonSyntaxError {
    return new JsonSyntaxError(this.problemAt(this.at, code, params));
  }

  private problemAt(at: number, code: string, params: Problem['params']): Problem {
    const before = this.text.slice(0, at).split('\n');
    const line = before.length;
    return problem(`${this.file}#${line}`, code, {
      ...params,
      line,
      column: (before.at(-1) ?? '').length + 1,
    });
  }
}
