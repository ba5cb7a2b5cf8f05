import { type Problem, problem } from '../problem.js';

type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
interface JsonObject {
  readonly [key: string]: JsonValue;
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
  const parser = new Parser(file, text);
  try {
    const value = parser.document();
    return parser.problems.length === 0 ? { ok: true, value } : { ok: false, problems: parser.problems };
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    return { ok: false, problems: [...parser.problems, error.problem] };
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

  document(): JsonValue {
    const value = this.value(0);
    this.skipSpace();
    if (this.at < this.text.length) throw this.syntax('json-syntax');
    return value;
  }

  private value(depth: number): JsonValue {
    if (depth > MAX_DEPTH) throw this.syntax('too-deep', { limit: MAX_DEPTH });
    this.skipSpace();
    const first = this.text[this.at];
    if (first === '{') return this.object(depth);
    if (first === '[') return this.array(depth);
    if (first === '"') return this.string();
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

  private object(depth: number): JsonObject {
    const result: Record<string, JsonValue> = {};
    this.at += 1;
    this.skipSpace();
    if (this.take('}')) return result;
    for (;;) {
      this.skipSpace();
      const keyAt = this.at;
      const key = this.string();
      this.skipSpace();
      if (!this.take(':')) throw this.syntax('json-syntax');
      const value = this.value(depth + 1);
      if (key === '__proto__') this.report(keyAt, 'unsafe-name', { name: key });
      else if (Object.hasOwn(result, key)) this.report(keyAt, 'duplicate-key', { key });
      else result[key] = value;
      this.skipSpace();
      if (this.take('}')) return result;
      if (!this.take(',')) throw this.syntax('json-syntax');
    }
  }

  private array(depth: number): JsonValue[] {
    const result: JsonValue[] = [];
    this.at += 1;
    this.skipSpace();
    if (this.take(']')) return result;
    for (;;) {
      result.push(this.value(depth + 1));
      this.skipSpace();
      if (this.take(']')) return result;
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
