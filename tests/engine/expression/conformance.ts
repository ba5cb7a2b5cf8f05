import {
  compileExpression,
  Decimal,
  EvaluationError,
  toJson,
  type CompileOptions,
  type FeelType,
  type FeelValue,
} from '../../../src/engine/expression/index.js';

interface TypedValue {
  readonly type: string;
  readonly value: unknown;
}

export interface ConformanceCase {
  readonly suite: string;
  readonly id: string;
  readonly expression: string;
  readonly context: Readonly<Record<string, TypedValue>>;
  readonly expected: TypedValue;
}

export interface ConformanceResult {
  readonly held: number;
  readonly perSuite: Readonly<Record<string, { held: number; total: number }>>;
  readonly missed: readonly string[];
}

const FACT_TYPES: Readonly<Record<string, FeelType>> = {
  decimal: { kind: 'number' },
  double: { kind: 'number' },
  string: { kind: 'string' },
  boolean: { kind: 'boolean' },
  date: { kind: 'date' },
  time: { kind: 'time' },
  dateTime: { kind: 'dateTime' },
};

export function runConformanceCases(
  cases: readonly ConformanceCase[],
  options: CompileOptions,
): ConformanceResult {
  const perSuite: Record<string, { held: number; total: number }> = {};
  const missed: string[] = [];
  let held = 0;
  for (const item of cases) {
    const suite = (perSuite[item.suite] ??= { held: 0, total: 0 });
    suite.total++;
    const answer = answerOf(item, options);
    if (holds(answer, item.expected)) {
      suite.held++;
      held++;
    } else
      missed.push(
        `${item.id} ${item.expression} → ${JSON.stringify(toJson(answer))}, not ${JSON.stringify(item.expected.value)}`,
      );
  }
  return { held, perSuite, missed };
}

/** The kit expects null where an expression is in error; a Problem or an EvaluationError is our way to say so. */
function answerOf({ expression, context }: ConformanceCase, options: CompileOptions): FeelValue {
  const entries = Object.entries(context);
  const scope = Object.fromEntries(
    entries.map(([name, { type }]) => [name, FACT_TYPES[type] ?? { kind: 'any' as const }]),
  );
  const facts = Object.fromEntries(
    entries.map(([name, { type, value }]) => [
      name,
      FACT_TYPES[type]?.kind === 'number' ? Number(value) : value,
    ]),
  );
  const compiled = compileExpression(expression, scope, options);
  if (!compiled.ok) return null;
  try {
    return compiled.expression.evaluate(facts);
  } catch (error) {
    if (error instanceof EvaluationError) return null;
    throw error;
  }
}

function holds(answer: FeelValue, expected: TypedValue): boolean {
  const { type, value } = expected;
  if (value === null || type === 'null') return answer === null;
  if (type === 'decimal' || type === 'double')
    return answer instanceof Decimal && sameNumber(answer, String(value));
  if (type === 'boolean') return answer === (String(value) === 'true');
  if (type === 'string') return answer === value;
  if (type === 'list') {
    const items = value as readonly TypedValue[];
    return (
      Array.isArray(answer) &&
      answer.length === items.length &&
      items.every((item, i) => holds(answer[i] as FeelValue, item))
    );
  }
  if (type === 'context') {
    const entries = Object.entries(value as Readonly<Record<string, TypedValue>>);
    const own = answer as {
      kind?: string;
      keys(): readonly string[];
      get(key: string): FeelValue | undefined;
    } | null;
    return (
      own?.kind === 'context' &&
      own.keys().length === entries.length &&
      entries.every(([key, item]) => holds(own.get(key) ?? null, item))
    );
  }
  // Dates, times and durations: one text for one value.
  return typeof answer === 'object' && answer !== null && toJson(answer) === value;
}

/** Exact, but for the irrational results that the kit itself gives only to so many digits. */
function sameNumber(answer: Decimal, expected: string): boolean {
  const digits = expected.split('.')[1]?.length ?? 0;
  return answer.eq(expected) || (digits >= 8 && answer.toDecimalPlaces(digits).eq(expected));
}
