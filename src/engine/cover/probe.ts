import {
  compileExpression,
  EvaluationError,
  type Expression,
  type Facts,
  type FeelType,
  type Scope,
} from '../expression/index.js';
import type { FeelValue } from '../expression/values.js';

/** A part of an expression that can be asked for its value by itself. */
export interface Probe {
  readonly source: string;
  readonly type: FeelType;
  readonly reads: readonly string[];
  /** @returns undefined where it cannot be evaluated */
  read(facts: Facts): FeelValue | undefined;
}

/** Parts of expressions, each compiled once. A part that names a loop's variable has no value by itself. */
export class Probes {
  private readonly known = new Map<string, Probe | null>();

  /** @param rows the type of a row, by the pointer of its repeat */
  constructor(
    private readonly scope: Scope,
    private readonly rows: ReadonlyMap<string, FeelType>,
  ) {}

  /** @param repeat pointer of the repeat whose row is `row`; null outside of repeats */
  of(source: string, repeat: string | null): Probe | null {
    const key = `${repeat ?? ''} ${source}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const row = repeat === null ? undefined : this.rows.get(repeat);
    const compiled = compileExpression(source, row ? { ...this.scope, row } : this.scope);
    const made = compiled.ok ? probeOf(compiled.expression) : null;
    this.known.set(key, made);
    return made;
  }
}

function probeOf(expression: Expression): Probe {
  const { source, type, reads } = expression;
  return {
    source,
    type,
    reads,
    read(facts) {
      try {
        return expression.evaluate(facts);
      } catch (error) {
        if (error instanceof EvaluationError) return undefined;
        throw error;
      }
    },
  };
}
