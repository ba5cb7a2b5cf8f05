import type { Syntax } from './parse.js';

const CONNECTIVES: ReadonlySet<string> = new Set(['Conjunction', 'Disjunction']);
const TESTS: ReadonlySet<string> = new Set(['PositiveUnaryTest', 'SimplePositiveUnaryTest']);

/**
 * The grammar lets what stands behind `in` reach as far as it can: `a in [1..2] and b` would be `a in ([1..2] and b)`.
 * In FEEL comparisons bind closer than `and`, and `and` closer than `or`. To be given every node once its parts are
 * regrouped; what is in brackets is left alone.
 */
export function regrouped(node: Syntax): Syntax {
  const loose = looseEnd(node);
  if (!loose) return node;
  const [first, ...rest] = loose.children;
  if (!first) return node;
  return { ...loose, from: node.from, children: [regrouped(endingWith(first, node)), ...rest] };
}

/** The connective at the right end of something that binds closer. */
function looseEnd(node: Syntax): Syntax | undefined {
  const last = node.children.at(-1);
  if (node.name === 'Conjunction') return last?.name === 'Disjunction' ? last : undefined;
  return node.name === 'Comparison' && last ? connectiveIn(last) : undefined;
}

function connectiveIn(test: Syntax): Syntax | undefined {
  if (CONNECTIVES.has(test.name)) return test;
  const last = TESTS.has(test.name) ? test.children.at(-1) : undefined;
  return last && connectiveIn(last);
}

/** The node with another, shorter right end. */
function endingWith(end: Syntax, node: Syntax): Syntax {
  const last = node.children.at(-1);
  const shorter = last && TESTS.has(last.name) ? endingWith(end, last) : end;
  return { ...node, to: end.to, children: [...node.children.slice(0, -1), shorter] };
}
