import { supplyParts } from './builtins/parts.js';
import { RE2_PATTERNS } from './builtins/pattern.js';
import { builtInNames } from './builtins/table.js';
import { WORKING_DAYS } from './builtins/working-days-part.js';
import { RootNames } from './compile/names.js';
import { NODE_COMPILERS } from './compile/nodes.js';
import { Unit, type Code } from './compile/unit.js';
import { expressionOf, type Expression } from './expression.js';
import type { PackedExpression } from './link.js';
import { packSyntax } from './pack-syntax.js';
import { parseExpression, type Syntax } from './parse.js';
import type { AnsweredFacts } from './presence/fact-presence.js';
import { Judge } from './presence/judge.js';
import { JUDGINGS } from './presence/judgings.js';
import { gapProblem } from './presence/gap-problem.js';
import type { ExpressionProblem } from './problems.js';
import { RARE_WORDS } from './rare.js';
import type { Scope } from './types.js';

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

// Whoever compiles meets any word.
supplyParts({ patterns: RE2_PATTERNS, workingDays: WORKING_DAYS, rare: RARE_WORDS });

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

/** The expression as plain JSON, to be linked where there is no parser. It compiled over that scope. */
export function packExpression({ source }: Expression, scope: Scope): PackedExpression {
  const parsed = parseExpression(source, knownNames(scope));
  if (!parsed.ok) throw new Error(`An expression that compiled no longer parses: ${source}`);
  return [source, packSyntax(source, parsed.root)];
}
