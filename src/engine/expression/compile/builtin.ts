import type { BuiltIn, CallSite, Parameter, Signature } from '../builtins/signature.js';
import { Decimal } from '../decimal.js';
import { EvaluationError, nearest } from '../problems.js';
import type { Syntax } from '../parse.js';
import { accepts, ANY, isOpen, typeName, unifyAll, type FeelType } from '../types.js';
import { FeelFunction, isList, kindOf, type FeelValue } from '../values.js';
import { compileDurationLiteral } from './literal.js';
import { compileLookup } from './lookup.js';
import { checkPattern } from './pattern.js';
import type { Argument } from './invocation.js';
import { charge, MAX_TEXT_LENGTH, type Code, type Evaluation, type Run, type Unit } from './unit.js';

/** Some functions say more about their arguments than their types do. */
const HOOKS: ReadonlyMap<string, (node: Syntax, args: readonly Code[], unit: Unit) => Code | undefined> =
  new Map([
    ['lookup', compileLookup],
    ['matches', checkPattern],
    ['replace', checkPattern],
    ['split', checkPattern],
    ['duration', compileDurationLiteral],
  ]);

export function compileBuiltIn(node: Syntax, builtIn: BuiltIn, args: readonly Argument[], unit: Unit): Code {
  const placed = builtIn.signatures.flatMap((signature) => {
    const codes = placeArguments(signature, args);
    return codes ? [{ signature, codes }] : [];
  });
  if (placed.length === 0) {
    reportArguments(node, builtIn, args, unit);
    return unit.nothing(node);
  }
  const possible = unit.checksTypes
    ? placed.filter(({ signature, codes }) => fits(signature, codes))
    : placed;
  const [first] = possible;
  // Where nothing is left open, the first signature is the one, and its result type is known.
  const certain = unit.checksTypes && first?.codes.every((code) => code === undefined || !isOpen(code.type));
  const fitting = certain ? possible.slice(0, 1) : possible;
  if (!first) {
    reportTypes(placed, unit);
    return unit.nothing(node);
  }
  const special = HOOKS.get(builtIn.name)?.(
    node,
    first.codes.filter((code) => code !== undefined),
    unit,
  );
  if (special) return special;
  const types = fitting.map(({ signature, codes }) => returnType(signature, codes));
  const runs = fitting.map(({ signature, codes }) => callRun(signature, codes, node.from));
  return { syntax: node, type: unifyAll(types), run: firstAnswer(runs) };
}

type Placed = readonly (Code | undefined)[];

/** Arguments by parameter, undefined where an optional one is left out; null when the call does not fit. */
function placeArguments(signature: Signature, args: readonly Argument[]): Placed | null {
  const { parameters, variadic } = signature;
  const named = args.some(({ name }) => name !== undefined);
  if (variadic) return named || args.length === 0 ? null : args.map(({ code }) => code);
  if (args.length > parameters.length) return null;
  if (named && !args.every(({ name }) => parameters.some((parameter) => parameter.name === name)))
    return null;
  const codes = parameters.map((parameter, index) =>
    named ? args.find(({ name }) => name === parameter.name)?.code : args[index]?.code,
  );
  return codes.every((code, index) => code !== undefined || parameters[index]?.optional) ? codes : null;
}

function parameterAt(signature: Signature, index: number): Parameter<unknown> | undefined {
  return signature.variadic ? signature.parameters[0] : signature.parameters[index];
}

/** A variadic parameter is declared as a list; each argument is one item. */
function typeAt(signature: Signature, index: number): FeelType {
  const type = parameterAt(signature, index)?.type ?? ANY;
  return signature.variadic && type.kind === 'list' ? type.of : type;
}

function takes(expected: FeelType, actual: FeelType): boolean {
  if (accepts(expected, actual)) return true;
  // FEEL passes a single value as a list of one, and a list of one as its value: only the first is foreseeable.
  return expected.kind === 'list' && actual.kind !== 'list' && accepts(expected.of, actual);
}

function fits(signature: Signature, codes: Placed): boolean {
  return codes.every((code, index) => code === undefined || takes(typeAt(signature, index), code.type));
}

function returnType(signature: Signature, codes: Placed): FeelType {
  const { returns } = signature;
  return typeof returns === 'function' ? returns(codes.map((code) => code?.type ?? ANY)) : returns;
}

function reportArguments(node: Syntax, builtIn: BuiltIn, args: readonly Argument[], unit: Unit): void {
  const known = [
    ...new Set(builtIn.signatures.flatMap(({ parameters }) => parameters.map(({ name }) => name))),
  ];
  const stranger = args.find(({ name }) => name !== undefined && !known.includes(name));
  if (stranger?.name !== undefined && stranger.nameNode) {
    const suggestion = nearest(stranger.name, known);
    unit.report('unknown-parameter', stranger.nameNode, {
      name: stranger.name,
      function: builtIn.name,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
    return;
  }
  const counts = builtIn.signatures.map(({ parameters, variadic }) => {
    if (variadic) return '1…';
    const needed = parameters.filter((parameter) => !parameter.optional).length;
    return needed === parameters.length ? `${needed}` : `${needed}–${parameters.length}`;
  });
  const expected = [...new Set(counts)].join(' / ');
  unit.report('wrong-argument-count', node, { function: builtIn.name, expected, actual: args.length });
}

function reportTypes(placed: readonly { signature: Signature; codes: Placed }[], unit: Unit): void {
  // The signature that takes the most arguments is the one the author had in mind.
  const wrong = placed.map(({ signature, codes }) => ({
    signature,
    index: codes.findIndex(
      (code, index) => code !== undefined && !takes(typeAt(signature, index), code.type),
    ),
    codes,
  }));
  const best = wrong.reduce((a, b) => (b.index > a.index ? b : a));
  const code = best.codes[best.index];
  if (!code) return;
  const expected = [
    ...new Set(
      wrong
        .filter(({ index }) => index === best.index)
        .map(({ signature, index }) => typeName(typeAt(signature, index))),
    ),
  ];
  unit.report('wrong-type', code.syntax, { expected: expected.join(' / '), actual: typeName(code.type) });
}

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
function firstAnswer(runs: readonly CallRun[]): Run {
  return (at) => {
    for (const run of runs) {
      const answer = run(at);
      if (answer !== REFUSED_ARGUMENT) return answer;
    }
    return null;
  };
}

function callRun(signature: Signature, codes: Placed, position: number): CallRun {
  const { implementation, variadic } = signature;
  const site: CallSite = { position };
  const readers = codes.map((code, index) => argumentReader(signature, index, code));
  const [first, second] = readers;
  const checked = outcomeGuard(signature, position);
  if (variadic) {
    return (at) => {
      const items: Coerced[] = [];
      for (const read of readers) {
        const item = read(at);
        if (item === REFUSED_ARGUMENT) return REFUSED_ARGUMENT;
        items.push(item);
      }
      charge(at, items.length, position);
      return implementation(items, site);
    };
  }
  if (first && readers.length === 1) {
    return (at) => {
      const a = first(at);
      if (a === REFUSED_ARGUMENT) return REFUSED_ARGUMENT;
      chargeFor(a, at, position);
      return checked(implementation(a, site), at);
    };
  }
  if (first && second && readers.length === 2) {
    return (at) => {
      const a = first(at);
      const b = second(at);
      if (a === REFUSED_ARGUMENT || b === REFUSED_ARGUMENT) return REFUSED_ARGUMENT;
      chargeFor(a, at, position);
      return checked(implementation(a, b, site), at);
    };
  }
  return (at) => {
    const values: Coerced[] = [];
    for (const read of readers) {
      const value = read(at);
      if (value === REFUSED_ARGUMENT) return REFUSED_ARGUMENT;
      chargeFor(value, at, position);
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
  if (!code) return () => undefined;
  const coerce = coercerFor(typeAt(signature, index), parameterAt(signature, index)?.nullable ?? false);
  // A variadic list of anything takes null items, as a list does.
  const takesNull = signature.variadic && typeAt(signature, index).kind === 'any';
  const { run } = code;
  if (takesNull) return run;
  return (at) => coerce(run(at));
}

/** Long texts and lists cost as much as they hold. */
function chargeFor(argument: Coerced, at: Evaluation, position: number): void {
  if (typeof argument === 'string') {
    if (argument.length > 255) charge(at, argument.length >> 8, position);
  } else if (Array.isArray(argument)) charge(at, argument.length, position);
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

/** A function of FEEL named as a value, to be handed to `sort` and the like. */
export function builtInValue(builtIn: BuiltIn, at: Evaluation, syntax: Syntax): FeelValue {
  const parameters = builtIn.signatures[0]?.parameters.map(({ name }) => name) ?? [];
  return new FeelFunction(parameters, (values) => {
    const args = values.map((value) => ({ code: { syntax, type: ANY, run: () => value } }));
    const runs = builtIn.signatures.flatMap((signature) => {
      const codes = placeArguments(signature, args);
      return codes ? [callRun(signature, codes, syntax.from)] : [];
    });
    charge(at, 1, syntax.from);
    return firstAnswer(runs)(at);
  });
}
