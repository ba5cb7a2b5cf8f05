import { MAX_STEPS } from '../limits.js';
import { EvaluationError, type ExpressionProblem, type ExpressionProblemCode } from '../problems.js';
import type { Syntax } from '../parse.js';
import { ANY, type FeelType } from '../types.js';
import type { NamedPlaces } from './named.js';
import type { FeelValue } from '../values.js';

/** Plain data by root name: answers as stored, tables, facts of the workflow. Missing or null = not answered. */
export type Facts = Readonly<Record<string, unknown>>;

/** One evaluation in progress. */
export interface Evaluation {
  readonly facts: Facts;
  /** ISO instant with offset, where the caller gave one. */
  readonly now: string | undefined;
  /** Values of local names; the compiler gave each its slot. */
  slots: FeelValue[];
  steps: number;
  depth: number;
  /** Set while explaining: where the node being evaluated hangs its children. */
  trace: TraceNode | null;
}

export interface TraceNode {
  readonly syntax: Syntax;
  value: FeelValue;
  readonly children: TraceNode[];
}

export type Run = (at: Evaluation) => FeelValue;

/** A compiled node. */
export interface Code {
  readonly syntax: Syntax;
  readonly type: FeelType;
  readonly run: Run;
  /** Set for literals. */
  readonly constant?: FeelValue;
  /** Set for a list written out. */
  readonly items?: readonly Code[];
  /** Set for a path that leads straight into the facts: the unconverted data. */
  readonly raw?: (facts: Facts) => unknown;
}

/** What a name stands for where it is read. */
export interface Binding {
  readonly type: FeelType;
  readonly run: Run;
  readonly raw?: (facts: Facts) => unknown;
  /** True for root names: reading one is a dependency. */
  readonly isFact: boolean;
  /** Set for a field of the item in a filter: the type of the item. */
  readonly owner?: FeelType;
}

/** The names that may be read at some place in the expression. */
export interface Names {
  find(name: string): Binding | undefined;
  all(): readonly string[];
}

export type NodeCompiler = (node: Syntax, unit: Unit, names: Names) => Code;

/** By the grammar's name of the node. */
export type NodeCompilers = Pick<ReadonlyMap<string, NodeCompiler>, 'get'>;

export interface UnitOptions {
  /** False: values find their types only when evaluated, as plain FEEL has it. */
  readonly checkTypes: boolean;
  readonly tracing: boolean;
  /** `now()` and `today()` are let through. */
  readonly clock?: boolean;
  /** Set where it is asked whether the result can be null: takes in what each node was compiled to. */
  readonly codes?: Map<Syntax, Code>;
  /** Set while the names in a source are looked for. */
  readonly named?: NamedPlaces;
}

/** Counts work against the budget of one evaluation, so that no expression can hold the server. */
export function charge(at: Evaluation, steps: number, position: number): void {
  at.steps += steps;
  if (at.steps > MAX_STEPS) throw new EvaluationError('limit', { limit: MAX_STEPS }, position);
}

/** One turn of a loop costs what its body is long: a long body does much. */
export function priceOfTurn(body: Syntax): number {
  return 1 + ((body.to - body.from) >> 6);
}

const TRANSPARENT = new Set([
  'Expression',
  'ParenthesizedExpression',
  'NumericLiteral',
  'StringLiteral',
  'BooleanLiteral',
  'null',
  'AtLiteral',
  'DateTimeLiteral',
]);

const MAX_TRACED_CHILDREN = 200;

/** One expression being compiled. */
export class Unit {
  readonly problems: ExpressionProblem[] = [];
  readonly reads = new Set<string>();
  slotCount = 0;

  constructor(
    readonly source: string,
    private readonly compilers: NodeCompilers,
    readonly options: UnitOptions,
  ) {}

  get checksTypes(): boolean {
    return this.options.checkTypes;
  }

  compile(node: Syntax, names: Names): Code {
    const compiler = this.compilers.get(node.name);
    if (!compiler) {
      this.report('unsupported', node, { found: this.text(node) });
      return this.nothing(node);
    }
    const code = compiler(node, this, names);
    this.options.codes?.set(node, code);
    return this.options.tracing && !TRANSPARENT.has(node.name)
      ? { ...code, run: traced(node, code.run) }
      : code;
  }

  report(code: ExpressionProblemCode, node: Syntax, params: ExpressionProblem['params']): void {
    this.problems.push({ code, position: node.from, length: node.to - node.from, params });
  }

  /** Reports only where types are checked before evaluation. */
  reportType(code: ExpressionProblemCode, node: Syntax, params: ExpressionProblem['params']): void {
    if (this.checksTypes) this.report(code, node, params);
  }

  /** Stands in for what could not be compiled, so that every problem is found in one pass. */
  nothing(syntax: Syntax): Code {
    return { syntax, type: ANY, run: () => null };
  }

  /** What a function that is compiled next will be called with, where that is known; it takes them and clears this. */
  private handedIn: readonly FeelType[] = [];

  expectFunction(parameters: readonly FeelType[]): void {
    this.handedIn = parameters;
  }

  takeExpected(): readonly FeelType[] {
    const expected = this.handedIn;
    this.handedIn = [];
    return expected;
  }

  newSlot(): number {
    return this.slotCount++;
  }

  text(node: Syntax): string {
    return this.source.slice(node.from, node.to);
  }

  /** A name with its inner white space made single. */
  nameText(node: Syntax): string {
    return this.text(node).replace(/\s+/g, ' ').trim();
  }
}

function traced(syntax: Syntax, run: Run): Run {
  return (at) => {
    const parent = at.trace;
    const node: TraceNode = { syntax, value: null, children: [] };
    if (parent && parent.children.length < MAX_TRACED_CHILDREN) parent.children.push(node);
    at.trace = node;
    try {
      return (node.value = run(at));
    } finally {
      at.trace = parent;
    }
  };
}

const MARKS = new Set(
  '( ) [ ] { } < > . .. , if then else for in return some every satisfies and or between instance of function'.split(
    ' ',
  ),
);

/** The children that carry meaning, without brackets and keywords. */
export function parts(node: Syntax): readonly Syntax[] {
  return node.children.filter((child) => !MARKS.has(child.name));
}

/** The child of that name, or undefined. */
export function part(node: Syntax, name: string): Syntax | undefined {
  return node.children.find((child) => child.name === name);
}
