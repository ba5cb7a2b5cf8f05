import { ORDERINGS } from '../expression/compile/comparison.js';
import { part, parts } from '../expression/compile/unit.js';
import type { Syntax } from '../expression/parse.js';
import { parseSource, unwrapped } from '../logic/syntax.js';
import type { Probe } from './probe.js';
import { every, type ProbeOf, type Target, targetOf } from './target.js';

/** One way through an expression. */
export interface ExpressionCase {
  readonly kind: 'branch' | 'alone' | 'boundary';
  /** In the words of the expression. */
  readonly detail: string;
  readonly target: Target;
}

/**
 * Each branch of each `if`, each side of an `or` that makes it true by itself, and each boundary of what is compared:
 * below, at, above. What stands in a loop has no value by itself and is left out.
 *
 * @param originOf where these facts come from: given by a person, computed from that, or from elsewhere
 */
export function caseTargets(
  source: string,
  probe: ProbeOf,
  originOf: (reads: readonly string[]) => 'given' | 'computed' | 'elsewhere',
): readonly ExpressionCase[] {
  const parsed = parseSource(source);
  if (!parsed) return [];
  const cases: ExpressionCase[] = [];
  const textOf = (node: Syntax) => source.slice(node.from, node.to).replace(/\s+/g, ' ');
  const targetIn = (node: Syntax, want: Parameters<typeof targetOf>[2]) =>
    targetOf(node, source, want, probe);

  function visit(wrapped: Syntax, way: readonly Target[]): void {
    const node = unwrapped(wrapped);
    if (node.name === 'IfExpression') {
      choice(node, way);
      return;
    }
    if (node.name === 'Disjunction') alternatives(node, way);
    if (node.name === 'Comparison') boundaries(node, way);
    const inside = node.name === 'Disjunction' ? sidesOf(node) : parts(node);
    inside.forEach((child) => visit(child, way));
  }

  function choice(node: Syntax, way: readonly Target[]): void {
    const [test, yes, no] = parts(node);
    if (!test || !yes || !no) return;
    visit(test, way);
    const [taken, left] = [targetIn(test, 'true'), targetIn(test, 'not-true')];
    if (taken) cases.push({ kind: 'branch', detail: `if ${textOf(test)}`, target: every([...way, taken]) });
    if (left)
      cases.push({ kind: 'branch', detail: `else of ${textOf(test)}`, target: every([...way, left]) });
    visit(yes, taken ? [...way, taken] : way);
    visit(no, left ? [...way, left] : way);
  }

  function alternatives(node: Syntax, way: readonly Target[]): void {
    const sides = sidesOf(node);
    sides.forEach((side, index) => {
      const [own, ...others] = [
        targetIn(side, 'true'),
        ...sides.filter((_, other) => other !== index).map((other) => targetIn(other, 'not-true')),
      ];
      const known = others.filter((one) => one !== null);
      if (!own || known.length < others.length) return;
      cases.push({ kind: 'alone', detail: `only ${textOf(side)}`, target: every([...way, own, ...known]) });
    });
  }

  function boundaries(node: Syntax, way: readonly Target[]): void {
    for (const [left, right] of comparedIn(node, source)) {
      const [a, b] = [probe(textOf(left)), probe(textOf(right))];
      if (!a || !b || !areMeasurable(a, b) || originOf([...a.reads, ...b.reads]) === 'elsewhere') continue;
      const isFine =
        a.type.kind === 'date' ||
        (isSettable(left) && originOf(a.reads) === 'given') ||
        (isSettable(right) && originOf(b.reads) === 'given');
      // Where values cannot be set so finely, any value below will do.
      const unit = isFine ? 1 : null;
      for (const [gap, word] of GAPS) {
        const target: Target = { kind: 'gap', left: a, right: b, gap, unit };
        cases.push({
          kind: 'boundary',
          detail: `${textOf(left)} ${word} ${textOf(right)}`,
          target: every([...way, target]),
        });
      }
    }
  }

  visit(parsed.root, []);
  return cases;
}

const GAPS = [
  [-1, 'just below'],
  [0, 'at'],
  [1, 'just above'],
] as const;

/** `a or b or c` has three sides, however it is nested. */
function sidesOf(wrapped: Syntax): readonly Syntax[] {
  const node = unwrapped(wrapped);
  return node.name === 'Disjunction' ? parts(node).flatMap(sidesOf) : [node];
}

/** The pairs whose order decides. */
function comparedIn(node: Syntax, source: string): readonly (readonly [Syntax, Syntax])[] {
  const [first, second, third] = parts(node);
  if (!first || !second) return [];
  if (part(node, 'between'))
    return third
      ? [
          [first, second],
          [first, third],
        ]
      : [];
  if (part(node, 'in')) {
    const interval =
      unwrapped(second).name === 'SimplePositiveUnaryTest' ? parts(unwrapped(second))[0] : unwrapped(second);
    return interval?.name === 'Interval' ? parts(interval).map((end) => [first, end] as const) : [];
  }
  return third && Object.hasOwn(ORDERINGS, source.slice(second.from, second.to)) ? [[first, third]] : [];
}

function areMeasurable(a: Probe, b: Probe): boolean {
  return a.type.kind === b.type.kind && (a.type.kind === 'number' || a.type.kind === 'date');
}

/** What can be set to the very number. */
function isSettable(wrapped: Syntax): boolean {
  const node = unwrapped(wrapped);
  return node.name === 'PathExpression' || isClock(node);
}

/** `minutes of(store.opens_at)`: a clock goes by the minute. */
function isClock(node: Syntax): boolean {
  const argument = part(node, 'PositionalParameters');
  const [only] = argument ? parts(argument) : [];
  return (
    node.name === 'FunctionInvocation' && only !== undefined && unwrapped(only).name === 'PathExpression'
  );
}
