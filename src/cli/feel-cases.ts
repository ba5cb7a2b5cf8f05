import {
  compileExpression,
  Decimal,
  EvaluationError,
  type FeelType,
  type FeelValue,
  toJson,
  unifyTypes,
} from '#engine';

/** A value with its type, as the cases of the DMN conformance kit are written down in JSON. */
export interface TypedValue {
  /** decimal, double, string, boolean, date, time, dateTime, duration, list, context or null */
  readonly type: string;
  /** Text for all but lists (of typed values) and contexts (typed values by name). */
  readonly value: unknown;
}

export interface FeelCase {
  readonly suite: string;
  readonly id: string;
  readonly expression: string;
  readonly context: Readonly<Record<string, TypedValue>>;
  readonly expected: TypedValue;
}

export interface FeelCasesResult {
  readonly held: number;
  readonly total: number;
  readonly perSuite: Readonly<Record<string, { held: number; total: number }>>;
  /** One line for each case that does not hold: what it says, what it gave, what it should have given. */
  readonly missed: readonly string[];
}

/** Any moment will do: the cases ask only what kind of thing it is. */
const NOW = '2021-10-01T12:00:00+09:00';

/** The file holds no cases. */
export class NotCases extends Error {}

/**
 * Runs cases of the DMN conformance kit: a JSON array of {@link FeelCase}.
 *
 * @param checkTypes true to check types first, as for a procedure; the standard leaves them to run time
 * @throws NotCases where the text is no such list
 */
export function runFeelCases(text: string, checkTypes = false): FeelCasesResult {
  const cases = readCases(text);
  const perSuite: Record<string, { held: number; total: number }> = {};
  const missed: string[] = [];
  for (const item of cases) {
    const suite = (perSuite[item.suite] ??= { held: 0, total: 0 });
    suite.total++;
    const answer = answerOf(item, checkTypes);
    if (answer instanceof Error) missed.push(`${item.id} ${item.expression}: ${answer.message}`);
    else if (holds(answer, item.expected)) suite.held++;
    else missed.push(missedLine(item, answer));
  }
  return { held: cases.length - missed.length, total: cases.length, perSuite, missed };
}

function readCases(text: string): readonly FeelCase[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new NotCases((error as Error).message);
  }
  if (!Array.isArray(value)) throw new NotCases('The file of cases must be a JSON array.');
  return value.map((item: unknown, index) => {
    const found = item as Partial<FeelCase> | null;
    if (typeof found?.expression !== 'string' || !isTyped(found.expected))
      throw new NotCases(`Case ${index + 1} has no "expression" or no "expected".`);
    const { expression, expected, context = {}, suite = '', id = String(index + 1) } = found;
    return { expression, expected, context, suite, id };
  });
}

function isTyped(value: unknown): value is TypedValue {
  return typeof value === 'object' && value !== null && 'value' in value;
}

/**
 * The kit expects null where an expression is in error; a Problem or an EvaluationError is our way to say so. Any other
 * error is a fault of ours: that case does not hold, whatever it expects, and the others are run all the same.
 */
function answerOf(item: FeelCase, checkTypes: boolean): FeelValue | Error {
  try {
    return evaluated(item, checkTypes);
  } catch (error) {
    return error instanceof EvaluationError ? null : (error as Error);
  }
}

function evaluated({ expression, context }: FeelCase, checkTypes: boolean): FeelValue {
  const given = Object.entries(context);
  const scope = Object.fromEntries(given.map(([name, value]) => [name, typeOf(value)]));
  const facts = Object.fromEntries(given.map(([name, value]) => [name, dataOf(value)]));
  const compiled = compileExpression(expression, scope, { checkTypes, clock: true });
  if (!compiled.ok) return null;
  return compiled.expression.evaluate(facts, { now: NOW });
}

const SIMPLE_TYPES: Readonly<Record<string, FeelType>> = {
  decimal: { kind: 'number' },
  double: { kind: 'number' },
  integer: { kind: 'number' },
  string: { kind: 'string' },
  boolean: { kind: 'boolean' },
  date: { kind: 'date' },
  time: { kind: 'time' },
  dateTime: { kind: 'dateTime' },
};

function typeOf({ type, value }: TypedValue): FeelType {
  if (type === 'list') return { kind: 'list', of: unifyTypes(items(value).map(typeOf)) };
  if (type === 'context') {
    const fields = Object.entries(entries(value)).map(([name, item]) => [name, typeOf(item)]);
    return { kind: 'context', fields: Object.fromEntries(fields) as Record<string, FeelType> };
  }
  if (type === 'duration')
    return { kind: /^-?P[^DT]*$/.test(String(value)) ? 'monthsDuration' : 'daysDuration' };
  return SIMPLE_TYPES[type] ?? { kind: 'any' };
}

/** As stored data: numbers exact, booleans true or false, everything else its text. */
function dataOf({ type, value }: TypedValue): unknown {
  if (value === null || type === 'null') return null;
  if (type === 'list') return items(value).map(dataOf);
  if (type === 'context')
    return Object.fromEntries(Object.entries(entries(value)).map(([name, item]) => [name, dataOf(item)]));
  if (SIMPLE_TYPES[type]?.kind === 'number') return new Decimal(String(value));
  if (type === 'boolean') return String(value) === 'true';
  return value;
}

function items(value: unknown): readonly TypedValue[] {
  return (value ?? []) as readonly TypedValue[];
}

function entries(value: unknown): Readonly<Record<string, TypedValue>> {
  return (value ?? {}) as Readonly<Record<string, TypedValue>>;
}

function holds(answer: FeelValue, { type, value }: TypedValue): boolean {
  if (value === null || type === 'null') return answer === null;
  if (SIMPLE_TYPES[type]?.kind === 'number')
    return answer instanceof Decimal && sameNumber(answer, String(value));
  if (type === 'boolean') return answer === (String(value) === 'true');
  if (type === 'string') return answer === value;
  if (type === 'list') {
    const wanted = items(value);
    return (
      Array.isArray(answer) &&
      answer.length === wanted.length &&
      wanted.every((item, index) => holds(answer[index] as FeelValue, item))
    );
  }
  if (type === 'context') return holdsContext(answer, Object.entries(entries(value)));
  // Dates, times and durations: one text for one value.
  return typeof answer === 'object' && answer !== null && toJson(answer) === value;
}

function holdsContext(answer: FeelValue, wanted: readonly (readonly [string, TypedValue])[]): boolean {
  if (answer === null || typeof answer !== 'object' || !('keys' in answer) || !('get' in answer))
    return false;
  return (
    answer.keys().length === wanted.length &&
    wanted.every(([key, item]) => holds(answer.get(key) ?? null, item))
  );
}

/** Exact, but for the irrational results that the kit itself gives only to so many digits. */
function sameNumber(answer: Decimal, expected: string): boolean {
  const digits = expected.split('.')[1]?.length ?? 0;
  return answer.eq(expected) || (digits >= 8 && answer.toDecimalPlaces(digits).eq(expected));
}

function missedLine({ id, expression, expected }: FeelCase, answer: FeelValue): string {
  return `${id} ${expression} → ${JSON.stringify(toJson(answer))}, not ${JSON.stringify(expected.value)}`;
}
