import { RootNames } from './compile/names.js';
import { NODE_COMPILERS } from './compile/nodes.js';
import { Unit, type Code, type Evaluation, type Facts } from './compile/unit.js';
import { explanationOf, type Explanation } from './explain.js';
import type { Syntax } from './parse.js';
import type { FeelType, Scope } from './types.js';
import type { FeelValue } from './values.js';

export interface Expression {
  readonly source: string;
  readonly type: FeelType;
  /**
   * Dotted paths of the facts it reads, each as deep as it is followed: "store.city", "sales.rows",
   * "sales.rows.amount" for the column of a repeat. Names bound inside (loop variables, filter items) are not facts.
   */
  readonly reads: readonly string[];
  /** @throws EvaluationError when null would hide a mistake: no row found, bad pattern, budget used up. */
  evaluate(facts: Facts, options?: EvaluateOptions): FeelValue;
  /** Evaluates again and keeps every sub-result that took part. */
  explain(facts: Facts): Explanation;
}

export interface EvaluateOptions {
  /** ISO instant with offset, what `now()` and `today()` give. Only for expressions compiled with `clock`. */
  readonly now?: string;
}

/** What a tree was compiled to, ready to be evaluated. */
export function expressionOf(source: string, scope: Scope, root: Syntax, unit: Unit, code: Code): Expression {
  const { slotCount } = unit;
  let tracing: Code | undefined;
  return {
    source,
    type: code.type,
    reads: [...unit.reads].sort(),
    evaluate: (facts, { now } = {}) => code.run(begin(facts, slotCount, now)),
    explain: (facts) => {
      tracing ??= new Unit(source, NODE_COMPILERS, { ...unit.options, tracing: true }).compile(
        root,
        new RootNames(scope),
      );
      const at = begin(facts, slotCount);
      const top = { syntax: root, value: null as FeelValue, children: [] };
      at.trace = top;
      top.value = tracing.run(at);
      return explanationOf(top, source);
    },
  };
}

function begin(facts: Facts, slotCount: number, now?: string): Evaluation {
  return { facts, now, slots: new Array<FeelValue>(slotCount).fill(null), steps: 0, depth: 0, trace: null };
}
