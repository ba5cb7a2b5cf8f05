import { builtInNames } from './builtins/table.js';
import { RootNames } from './compile/names.js';
import { NODE_COMPILERS } from './compile/nodes.js';
import { Unit, type Code, type Evaluation, type Facts } from './compile/unit.js';
import { explanationOf, type Explanation } from './explain.js';
import { parseExpression, type Syntax } from './parse.js';
import type { AnsweredFacts } from './presence/fact-presence.js';
import { Judge } from './presence/judge.js';
import { JUDGINGS } from './presence/judgings.js';
import { gapProblem } from './presence/gap-problem.js';
import type { ExpressionProblem } from './problems.js';
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

export type Compiled =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly problems: readonly ExpressionProblem[] };

export interface CompileOptions {
  /** False leaves types to run time, as plain FEEL does: what makes no sense is null there. For conformance. */
  readonly checkTypes?: boolean;
  /**
   * True lets `now()` and `today()` through, for hosts that give the time when they evaluate. A procedure never does:
   * the same facts must give the same result tomorrow.
   */
  readonly clock?: boolean;
  /** Set where null is of no use: a result that may be null is then a Problem, told from what is known of the facts. */
  readonly needsValue?: AnsweredFacts;
}

/** The grammar must be told of names that are more than one word; all others it knows for names by itself. */
const SPACED_NAMES = [
  ...builtInNames().filter((name) => name.includes(' ')),
  'time offset',
  'start included',
  'end included',
  'days and time duration',
  'years and months duration',
];

/** The names that the grammar must be told of to read an expression over that scope. */
export function knownNames(scope: Scope): readonly string[] {
  return [...SPACED_NAMES, ...Object.keys(scope).filter((name) => !/^[\p{L}\p{N}_]+$/u.test(name))];
}

/** Compiles once; the expression may then be evaluated any number of times, on any facts of that scope. */
export function compileExpression(source: string, scope: Scope, options: CompileOptions = {}): Compiled {
  const parsed = parseExpression(source, knownNames(scope));
  if (!parsed.ok) return { ok: false, problems: [parsed.problem] };
  const checkTypes = options.checkTypes ?? true;
  const codes = options.needsValue && new Map<Syntax, Code>();
  const unit = new Unit(source, NODE_COMPILERS, {
    checkTypes,
    tracing: false,
    clock: options.clock ?? false,
    ...(codes ? { codes } : {}),
  });
  const code = unit.compile(parsed.root, new RootNames(scope));
  if (unit.problems.length > 0) {
    return { ok: false, problems: [...unit.problems].sort((a, b) => a.position - b.position) };
  }
  const gap =
    codes && options.needsValue
      ? new Judge(JUDGINGS, source, scope, options.needsValue, codes).gapOf(parsed.root)
      : null;
  if (gap) return { ok: false, problems: [gapProblem(gap)] };
  return { ok: true, expression: expressionOf(source, scope, parsed.root, unit, code) };
}

function expressionOf(source: string, scope: Scope, root: Syntax, unit: Unit, code: Code): Expression {
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
