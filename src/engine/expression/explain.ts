import type { TraceNode } from './compile/unit.js';
import type { FeelValue } from './values.js';

/** How a result came about: what was written, what it gave, and the sub-results that took part. */
export interface Explanation {
  /** The text of this part of the expression. */
  readonly source: string;
  /** Its place in the whole, in UTF-16 units. */
  readonly position: number;
  /** The node of the grammar: VariableName, ArithmeticExpression, IfExpression … */
  readonly kind: string;
  readonly value: FeelValue;
  /** In the order of evaluation; branches not taken are absent, as are literals. */
  readonly children: readonly Explanation[];
}

export function explanationOf(trace: TraceNode, source: string): Explanation {
  // Brackets and the top only wrap: the one thing inside explains itself.
  const [only] = trace.children;
  if (trace.syntax.name === 'Expression' && only && trace.children.length === 1)
    return explanationOf(only, source);
  const { name, from, to } = trace.syntax;
  return {
    source: source.slice(from, to),
    position: from,
    kind: name,
    value: trace.value,
    children: trace.children.map((child) => explanationOf(child, source)),
  };
}
