import { parser, trackVariables } from 'lezer-feel';
import { MAX_DEPTH, MAX_SOURCE_LENGTH } from './limits.js';
import type { ExpressionProblem } from './problems.js';

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
 * One condition is compiled, weighed against others and tried out: the tree of each is made once. Trees of what is
 * long are not worth their room.
 */
const remembered = new Map<string, ParseResult>();
const MOST_REMEMBERED = 2000;
const LONGEST_REMEMBERED = 2000;

/** @param names root names and functions, so that names holding spaces are read as one. */
export function parseExpression(source: string, names: Iterable<string>): ParseResult {
  const all = [...names];
  if (source.length > LONGEST_REMEMBERED) return parse(source, all);
  const key = [source, ...all].join('\n');
  const before = remembered.get(key);
  if (before) return before;
  const parsed = parse(source, all);
  if (remembered.size === MOST_REMEMBERED) remembered.clear();
  remembered.set(key, parsed);
  return parsed;
}

function parse(source: string, names: readonly string[]): ParseResult {
  if (source.length > MAX_SOURCE_LENGTH) {
    return refuse('too-long', 0, source.length, { length: source.length, limit: MAX_SOURCE_LENGTH });
  }
  const deepest = bracketDepth(source);
  if (deepest.depth > MAX_DEPTH)
    return refuse('too-deep', deepest.position, deepest.position + 1, { limit: MAX_DEPTH });
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
  let root: Syntax | undefined;
  let problem: ExpressionProblem | undefined;
  tree.iterate({
    enter: (node) => {
      if (problem || node.name === 'LineComment' || node.name === 'BlockComment') return false;
      if (node.type.isError) problem = syntaxProblem(source, node.from, node.to);
      else if (path.length >= MAX_DEPTH)
        problem = problemOf('too-deep', node.from, node.to, { limit: MAX_DEPTH });
      else path.push({ name: node.name, from: node.from, to: node.to, children: [] });
      return !problem;
    },
    leave: () => {
      if (problem) return;
      const done = path.pop();
      if (!done) return;
      const parent = path.at(-1);
      if (parent) parent.children.push(done);
      else root = done;
    },
  });
  if (problem) return { ok: false, problem };
  if (!root) return refuse('syntax', 0, source.length, { found: source });
  return { ok: true, root };
}

/** Asked before parsing, because the grammar's record of names grows with every open brace. */
function bracketDepth(source: string): { depth: number; position: number } {
  let [depth, deepest, position] = [0, 0, 0];
  for (const { 0: token, index } of source.matchAll(/"(?:[^"\\]|\\.)*"|[()[\]{}]/gs)) {
    if (token.length > 1) continue;
    depth += '([{'.includes(token) ? 1 : -1;
    if (depth > deepest) [deepest, position] = [depth, index];
  }
  return { depth: deepest, position };
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
