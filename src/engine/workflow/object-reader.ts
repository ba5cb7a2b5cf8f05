import { nearestName } from '../nearest-name.js';
import type { Problem } from '../problem.js';
import { problem } from '../problem.js';

/** A value in a JSON file and the path by which a Problem names it (`workflow.json#/stages/review`). */
export interface Located {
  readonly value: unknown;
  readonly path: string;
}

type Members = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One step down a JSON Pointer, escaped (RFC 6901). */
export function pointer(path: string, step: string | number): string {
  return `${path}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/**
 * Reads one closed JSON object, key by key. Every reader returns a usable value and records what was wrong, so that
 * one pass over a file reports every problem of its shape at once. It looks at own members only.
 */
export class ObjectReader {
  private readonly members: Members;

  constructor(
    value: unknown,
    readonly path: string,
    readonly problems: Problem[],
    keys: readonly string[],
  ) {
    if (!isObject(value)) {
      this.members = {};
      this.report(path, 'wrong-shape', { expected: 'object' });
      return;
    }
    this.members = value;
    for (const key of Object.keys(value)) {
      if (keys.includes(key)) continue;
      const suggestion = nearestName(key, keys);
      this.report(pointer(path, key), 'unknown-key', suggestion ? { key, suggestion } : { key });
    }
  }

  has(key: string): boolean {
    return Object.hasOwn(this.members, key);
  }

  at(key: string): Located {
    return { value: this.has(key) ? this.members[key] : undefined, path: pointer(this.path, key) };
  }

  text(key: string): string {
    const text = this.optionalText(key);
    if (text === null && !this.has(key)) this.missing(key);
    return text ?? '';
  }

  optionalText(key: string): string | null {
    if (!this.has(key)) return null;
    const { value, path } = this.at(key);
    if (typeof value === 'string' && value.trim() !== '') return value;
    this.report(path, 'wrong-shape', { expected: 'text' });
    return null;
  }

  oneOf<T extends string>(key: string, choices: readonly T[]): T | null {
    if (!this.has(key)) return null;
    const { value, path } = this.at(key);
    const found = choices.find((choice) => choice === value);
    if (found) return found;
    const suggestion = typeof value === 'string' ? nearestName(value, choices) : undefined;
    this.report(path, 'unknown-choice', {
      choices: choices.join(', '),
      ...(typeof value === 'string' ? { value } : {}),
      ...(suggestion ? { suggestion } : {}),
    });
    return null;
  }

  requiredOneOf<T extends string>(key: string, choices: readonly T[], otherwise: T): T {
    if (!this.has(key)) this.missing(key);
    return this.oneOf(key, choices) ?? otherwise;
  }

  wholeNumber(key: string, from: number, to: number): number | null {
    if (!this.has(key)) return null;
    const { value, path } = this.at(key);
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= from && value <= to)
      return value;
    this.report(path, 'wrong-shape', { expected: 'whole-number', from, to });
    return null;
  }

  flag(key: string): boolean {
    if (!this.has(key)) return false;
    const { value, path } = this.at(key);
    if (typeof value === 'boolean') return value;
    this.report(path, 'wrong-shape', { expected: 'boolean' });
    return false;
  }

  list(key: string): readonly Located[] {
    if (!this.has(key)) return [];
    const { value, path } = this.at(key);
    if (Array.isArray(value))
      return value.map((item: unknown, index) => ({ value: item, path: pointer(path, index) }));
    this.report(path, 'wrong-shape', { expected: 'list' });
    return [];
  }

  texts(key: string): readonly string[] {
    return this.list(key).flatMap(({ value, path }) => {
      if (typeof value === 'string' && value !== '') return [value];
      this.report(path, 'wrong-shape', { expected: 'text' });
      return [];
    });
  }

  /** The members of an object whose keys the author chooses. */
  entries(key: string): readonly (Located & { readonly name: string })[] {
    if (!this.has(key)) return [];
    const { value, path } = this.at(key);
    if (isObject(value)) {
      return Object.entries(value).map(([name, member]) => ({
        name,
        value: member,
        path: pointer(path, name),
      }));
    }
    this.report(path, 'wrong-shape', { expected: 'object' });
    return [];
  }

  missing(key: string): void {
    this.report(this.path, 'missing-key', { key });
  }

  report(path: string, code: string, params?: Problem['params']): void {
    this.problems.push(problem(path, code, params));
  }
}
