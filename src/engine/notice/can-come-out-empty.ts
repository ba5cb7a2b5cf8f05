import type { Expression, Facts, FeelType, Scope } from '../expression/index.js';
import { isObject } from '../workflow/object-reader.js';

/**
 * Can the expression come out null when one of these paths, or all of them, have no value? It is tried out: once with
 * an example of everything, then with each path taken away. So `if note = null then "—" else note` passes and
 * `"a" + note` does not. Where no example can be made (a lookup that finds nothing, say) the answer is yes.
 */
export function canComeOutEmpty(
  expression: Expression,
  optional: readonly string[],
  scope: Scope,
  samples: Facts,
): boolean {
  const whole = { ...exampleFacts(scope), ...samples };
  if (isEmpty(expression, whole)) return true;
  const attempts = [...optional.map((path) => [path]), optional];
  return attempts.some((paths) => isEmpty(expression, paths.reduce(without, whole)));
}

function isEmpty(expression: Expression, facts: Facts): boolean {
  try {
    return expression.evaluate(facts) === null;
  } catch {
    // Whatever stops the trial would, in a real notice, fly: here it only means that the example proves nothing.
    return true;
  }
}

function exampleFacts(scope: Scope): Facts {
  return Object.fromEntries(Object.entries(scope).map(([name, type]) => [name, exampleOf(type)]));
}

const EXAMPLES: Readonly<Partial<Record<FeelType['kind'], unknown>>> = {
  any: 'x',
  number: 1,
  string: 'x',
  boolean: true,
  date: '2021-10-01',
  time: '10:00:00',
  dateTime: '2021-10-01T10:00:00',
  daysDuration: 'P1D',
  monthsDuration: 'P1M',
};

function exampleOf(type: FeelType): unknown {
  if (type.kind === 'context') return exampleFacts(type.fields);
  if (type.kind === 'list') return [exampleOf(type.of)];
  if (type.kind === 'string') return type.options?.[0] ?? 'x';
  return EXAMPLES[type.kind] ?? null;
}

function without(facts: Facts, path: string): Facts {
  const taken = take(facts, path.split('.'));
  return isObject(taken) ? taken : facts;
}

function take(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return null;
  if (Array.isArray(value)) return value.map((item: unknown) => take(item, [step, ...rest]));
  return isObject(value) ? { ...value, [step]: take(value[step], rest) } : value;
}
