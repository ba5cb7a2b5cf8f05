import { parser, trackVariables } from 'lezer-feel';
import { MAX_DEPTH, MAX_ENTRIES, MAX_SOURCE_LENGTH } from './limits.js';
import type { ExpressionProblem } from './problems.js';
import { regrouped } from './regroup.js';

/** A node of the grammar of lezer-feel; comments are left out. */
export interface Syntax {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly children: readonly Syntax[];
}

export type ParseResult =
  { readonly ok: true; readonly root: Syntax } | { readonly ok: false; readonly problem: ExpressionProblem };

/**
 * One condition is compiled, weighed against others and tried out: the tree of each is made once. Trees are never
 * changed and say nothing of who asked. What is kept is counted by what was read: a tree takes some 100 bytes for
 * each letter, which makes 5 MB.
 */
const remembered = new Map<string, ParseResult>();
const MOST_REMEMBERED = 50_000;
const LONGEST_REMEMBERED = 2000;
let lettersRemembered = 0;

/** @param names names that are more than one word, so that each is read as one; all others are known by themselves. */
export function parseExpression(source: string, names: readonly string[]): ParseResult {
  if (source.length > LONGEST_REMEMBERED) return parse(source, names);
  const key = `${source}\n${names.join('\n')}`;
  const before = remembered.get(key);
  if (before) return before;
  const parsed = parse(source, names);
  lettersRemembered += source.length;
  if (lettersRemembered > MOST_REMEMBERED) {
    remembered.clear();
    lettersRemembered = source.length;
  }
  remembered.set(key, parsed);
  return parsed;
}

/**
 * In chains like `a and b and c …` the parser gives up somewhere, as if what comes next were wrong. It never does before
 * so many levels.
 */
const LONGEST_CHAIN = 100;

function parse(source: string, names: readonly string[]): ParseResult {
  if (source.length > MAX_SOURCE_LENGTH) {
    return refuse('too-long', 0, source.length, { length: source.length, limit: MAX_SOURCE_LENGTH });
  }
  const brackets = bracketsOf(source);
  if (brackets.depth > MAX_DEPTH)
    return refuse('too-deep', brackets.position, brackets.position + 1, { limit: MAX_DEPTH });
  if (brackets.colons > MAX_ENTRIES)
    return refuse('too-many-entries', 0, source.length, { limit: MAX_ENTRIES });
  const known = Object.fromEntries(names.map((name) => [name, 1]));
  const configured = parser.configure({ top: 'Expression', contextTracker: trackVariables(known) });
  const tree = configured.parse(withRangeTypes(unbroken(source, Object.keys(known))));

  interface Open {
    name: string;
    from: number;
    to: number;
    children: Syntax[];
  }
  const path: Open[] = [];
  let deepest = 0;
  let root: Syntax | undefined;
  let problem: ExpressionProblem | undefined;
  tree.iterate({
    enter: (node) => {
      if (problem || node.name === 'LineComment' || node.name === 'BlockComment') return false;
      deepest = Math.max(deepest, path.length);
      if (node.type.isError)
        problem =
          deepest > LONGEST_CHAIN
            ? problemOf('too-deep', node.from, node.to, { limit: deepest })
            : syntaxProblem(source, node.from, node.to);
      else if (path.length >= MAX_DEPTH)
        problem = problemOf('too-deep', node.from, node.to, { limit: MAX_DEPTH });
      else path.push({ name: node.name, from: node.from, to: node.to, children: [] });
      return !problem;
    },
    leave: () => {
      if (problem) return;
      const open = path.pop();
      if (!open) return;
      const done = regrouped(open);
      const parent = path.at(-1);
      if (parent) parent.children.push(done);
      else root = done;
    },
  });
  if (problem) return { ok: false, problem };
  if (!root) return refuse('syntax', 0, source.length, { found: source });
  return { ok: true, root };
}

/** Asked before parsing: the grammar copies its record of names at every brace and every entry. */
function bracketsOf(source: string): { depth: number; position: number; colons: number } {
  let [depth, deepest, position, colons] = [0, 0, 0, 0];
  for (const { 0: token, index } of source.matchAll(/"(?:[^"\\]|\\.)*"|[()[\]{}:]/gs)) {
    if (token.length > 1) continue;
    if (token === ':') {
      colons += 1;
      continue;
    }
    depth += '([{'.includes(token) ? 1 : -1;
    if (depth > deepest) [deepest, position] = [depth, index];
  }
  return { depth: deepest, position, colons };
}

/** The grammar reads a name with spaces only where it stands on one line. Positions stay as they are. */
function unbroken(source: string, names: readonly string[]): string {
  if (!/[\r\n]/.test(source)) return source;
  const spaced = names.filter((name) => name.includes(' '));
  const pattern = spaced
    .map((name) => name.replace(/[^\p{L}\p{N}_ ]/gu, '\\$&').replace(/ /g, '\\s+'))
    .join('|');
  return source.replace(new RegExp(`(?:${pattern})(?![\\p{L}\\p{N}_])`, 'gu'), (name) =>
    name.replace(/\s/g, ' '),
  );
}

const RANGE_TYPE = /(?<=\binstance\s+of\s+(?:(?:list|range)\s*<\s*)*)range(?=\s*<)/g;

/** The grammar has no type `range<…>`. It is read as a list of the same length, and told apart by the source. */
function withRangeTypes(source: string): string {
  return source.replace(RANGE_TYPE, 'list ');
}

function syntaxProblem(source: string, from: number, to: number): ExpressionProblem {
  // Where something is missing the grammar's error is empty; what stands there instead says more.
  const start = from + (/^\s*/.exec(source.slice(from))?.[0].length ?? 0);
  const found = to > start ? source.slice(start, to) : (/^./su.exec(source.slice(start))?.[0] ?? '');
  const halfWidth = found.normalize('NFKC');
  // Full-width operators and digits look right on the screen; say what to type instead.
  const hint: Record<string, string> = halfWidth === found ? {} : { suggestion: halfWidth };
  return problemOf('syntax', found === '' ? from : start, found === '' ? from : start + found.length, {
    found,
    ...hint,
  });
}

function problemOf(
  code: ExpressionProblem['code'],
  from: number,
  to: number,
  params: ExpressionProblem['params'],
): ExpressionProblem {
  return { code, position: from, length: to - from, params };
}

function refuse(
  code: ExpressionProblem['code'],
  from: number,
  to: number,
  params: ExpressionProblem['params'],
): ParseResult {
  return { ok: false, problem: problemOf(code, from, to, params) };
}
