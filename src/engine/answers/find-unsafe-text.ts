import { type Problem, problem } from '../problem.js';

const MOST_DEPTH = 64;
const MOST_PROBLEMS = 50;
const LONGEST_NAME = 64;

/**
 * Characters that no answer needs and that a database, a mail or a printed page cannot carry, or that make a text
 * read otherwise than it is written. Variation selectors of 異体字 are none of them.
 */
const UNSAFE: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['control', /[\0-\x08\x0B-\x1F\x7F-\x9F]/u],
  ['direction', /[\u202A-\u202E\u2066-\u2069]/u],
  ['private-use', /[\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/u],
  ['surrogate', /\p{Surrogate}/u],
  ['noncharacter', /\p{Noncharacter_Code_Point}/u],
];
const ANY_UNSAFE = new RegExp(UNSAFE.map(([, pattern]) => pattern.source).join('|'), 'u');

/**
 * Everything in a JSON value that may not be stored: unsafe characters in texts and names, numbers that JSON cannot
 * keep exactly, nesting without end. Paths are JSON Pointers; a path of a hostile name holds the name without them.
 */
export function findUnsafeText(value: unknown): readonly Problem[] {
  const problems: Problem[] = [];
  // A list instead of recursion: depth must be a problem, not a crash.
  const open: { readonly value: unknown; readonly path: string; readonly depth: number }[] = [
    { value, path: '', depth: 0 },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (problems.length >= MOST_PROBLEMS) break;
    const { path, depth } = next;
    const found = inValue(next.value, path);
    if (found) problems.push(found);
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (depth >= MOST_DEPTH) {
      problems.push(problem(path, 'too-deep', { limit: MOST_DEPTH }));
      continue;
    }
    const inside = Array.isArray(next.value) ? [...next.value.entries()] : Object.entries(next.value);
    for (const [name, member] of inside.reverse()) {
      const inName = typeof name === 'string' ? inText(name, path) : null;
      if (inName) problems.push(inName);
      open.push({ value: member, path: `${path}/${pathName(String(name))}`, depth: depth + 1 });
    }
  }
  return problems.slice(0, MOST_PROBLEMS);
}

function inValue(value: unknown, path: string): Problem | null {
  if (typeof value === 'string') return inText(value, path);
  if (typeof value !== 'number') return null;
  if (!Number.isFinite(value)) return problem(path, 'number-not-finite');
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? problem(path, 'number-not-exact') : null;
}

function inText(text: string, path: string): Problem | null {
  const found = ANY_UNSAFE.exec(text);
  if (!found) return null;
  const [character] = found;
  const kind = UNSAFE.find(([, pattern]) => pattern.test(character))?.[0] ?? 'control';
  const point = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return problem(path, 'unsafe-character', {
    kind,
    character: `U+${point}`,
    position: [...text.slice(0, found.index)].length + 1,
  });
}

function pathName(name: string): string {
  const safe = name.slice(0, LONGEST_NAME).replace(new RegExp(ANY_UNSAFE, 'gu'), '');
  return safe.replaceAll('~', '~0').replaceAll('/', '~1');
}
