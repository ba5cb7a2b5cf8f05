import type { CallSite, Signature } from '../builtins/signature.js';
import { Decimal } from '../decimal.js';
import { MAX_TEXT_LENGTH } from '../limits.js';
import { EvaluationError } from '../problems.js';
import type { FeelType } from '../types.js';
import { isList, kindOf, MapContext, type FeelValue } from '../values.js';
import { weightOf } from '../weight.js';
import { parameterAt, typeAt, type Placed } from './arguments.js';
import { PATTERN_PARAMETERS } from './pattern.js';
import { charge, type Code, type Evaluation, type Run } from './unit.js';

/** Marks an argument that its parameter does not take. */
const REFUSED_ARGUMENT = Symbol('refused');
type Coerced = FeelValue | undefined | typeof REFUSED_ARGUMENT;
type Coerce = (value: FeelValue) => Coerced;

function coercerFor(type: FeelType, nullable: boolean): Coerce {
  const plain = plainCoercer(type);
  return (value) => (value === null ? (nullable ? null : REFUSED_ARGUMENT) : plain(value));
}

function plainCoercer(type: FeelType): (value: Exclude<FeelValue, null>) => Coerced {
  if (type.kind === 'any') return (value) => value;
  if (type.kind === 'list') {
    const { of } = type;
    const itemFits = (item: FeelValue) =>
      of.kind === 'any' || (item === null ? of.kind === 'string' : kindOf(item) === of.kind);
    return (value) => {
      if (!isList(value)) return itemFits(value) ? [value] : REFUSED_ARGUMENT;
      return of.kind === 'any' || value.every(itemFits) ? value : REFUSED_ARGUMENT;
    };
  }
  if (type.kind === 'number') return (value) => (value instanceof Decimal ? value : single(value, 'number'));
  return (value) => (kindOf(value) === type.kind ? value : single(value, type.kind));
}

function single(value: FeelValue, kind: FeelType['kind']): Coerced {
  if (!isList(value) || value.length !== 1) return REFUSED_ARGUMENT;
  const [item] = value;
  return item !== undefined && item !== null && kindOf(item) === kind ? item : REFUSED_ARGUMENT;
}

type CallRun = (at: Evaluation) => FeelValue | typeof REFUSED_ARGUMENT;

/** Several signatures may fit what is known beforehand; the values decide. */
export function firstAnswer(runs: readonly CallRun[]): Run {
  return (at) => {
    for (const run of runs) {
      const answer = run(at);
      if (answer !== REFUSED_ARGUMENT) return answer;
    }
    return null;
  };
}

export function callRun(signature: Signature, codes: Placed, position: number): CallRun {
  const { implementation, variadic } = signature;
  const site: CallSite = { position };
  const readers = codes.map((code, index) => argumentReader(signature, index, code));
  const [first, second] = readers;
  const checked = outcomeGuard(signature, position);
  const shift = signature.parameters.some(({ name }) => PATTERN_PARAMETERS.has(name)) ? 4 : 8;
  if (variadic) {
    return (at) => {
      const items: Coerced[] = [];
      for (const read of readers) {
        const item = read(at);
        if (item === REFUSED_ARGUMENT) return REFUSED_ARGUMENT;
        chargeFor(item, at, position, shift);
        items.push(item);
      }
      charge(at, items.length, position);
      return checked(implementation(items, site), at);
    };
  }
  if (first && readers.length === 1) {
    return (at) => {
      const a = first(at);
      if (a === REFUSED_ARGUMENT) return REFUSED_ARGUMENT;
      chargeFor(a, at, position, shift);
      return checked(implementation(a, site), at);
    };
  }
  if (first && second && readers.length === 2) {
    return (at) => {
      const a = first(at);
      const b = second(at);
      if (a === REFUSED_ARGUMENT || b === REFUSED_ARGUMENT) return REFUSED_ARGUMENT;
      chargeFor(a, at, position, shift);
      return checked(implementation(a, b, site), at);
    };
  }
  return (at) => {
    const values: Coerced[] = [];
    for (const read of readers) {
      const value = read(at);
      if (value === REFUSED_ARGUMENT) return REFUSED_ARGUMENT;
      chargeFor(value, at, position, shift);
      values.push(value);
    }
    return checked(implementation(...values, site), at);
  };
}

function argumentReader(
  signature: Signature,
  index: number,
  code: Code | undefined,
): (at: Evaluation) => Coerced {
  const parameter = parameterAt(signature, index);
  if (!code) return () => (parameter?.optional ? undefined : null);
  const coerce = coercerFor(typeAt(signature, index), parameter?.nullable ?? false);
  // A variadic list of anything takes null items, as a list does.
  const takesNull = signature.variadic && typeAt(signature, index).kind === 'any';
  const { run } = code;
  if (takesNull) return run;
  return (at) => coerce(run(at));
}

/** Long texts and lists cost as much as they hold. */
function chargeFor(argument: Coerced, at: Evaluation, position: number, shift: number): void {
  if (typeof argument === 'string') {
    if (argument.length > 15) charge(at, argument.length >> shift, position);
  } else if (
    typeof argument === 'object' &&
    argument !== null &&
    (isList(argument) || argument instanceof MapContext)
  )
    charge(at, weightOf(argument), position);
}

/** Texts and lists cannot grow without end, whatever the functions are fed. */
function outcomeGuard(
  signature: Signature,
  position: number,
): (result: FeelValue, at: Evaluation) => FeelValue {
  const { returns } = signature;
  const growing =
    typeof returns === 'function' ||
    returns.kind === 'string' ||
    returns.kind === 'list' ||
    returns.kind === 'any';
  if (!growing) return (result) => result;
  return (result, at) => {
    if (typeof result === 'string') {
      if (result.length > MAX_TEXT_LENGTH)
        throw new EvaluationError('limit', { limit: MAX_TEXT_LENGTH }, position);
      charge(at, result.length >> 8, position);
    } else if (Array.isArray(result)) charge(at, result.length, position);
    return result;
  };
}
