import type { BuiltIn, Parameter, Signature } from '../builtins/signature.js';
import type { Syntax } from '../parse.js';
import { nearest } from '../problems.js';
import { accepts, ANY, typeName, type FeelType } from '../types.js';
import type { Code, Unit } from './unit.js';

/** Arguments as written, in order; `name` is set when the call names them. */
export interface Argument {
  readonly name?: string;
  readonly nameNode?: Syntax;
  readonly code: Code;
}

/** Arguments by parameter, undefined where an optional one is left out. */
export type Placed = readonly (Code | undefined)[];

/**
 * @param fillsNamed true where a call by names may leave out what may be null, as FEEL has it
 * @returns null when the call does not fit the signature's names or number.
 */
export function placeArguments(
  signature: Signature,
  args: readonly Argument[],
  fillsNamed = false,
): Placed | null {
  const { parameters, variadic } = signature;
  const named = args.some(({ name }) => name !== undefined);
  if (variadic) return named || args.length === 0 ? null : args.map(({ code }) => code);
  if (args.length > parameters.length) return null;
  if (named && !args.every(({ name }) => parameters.some((parameter) => parameter.name === name)))
    return null;
  const codes = parameters.map((parameter, index) =>
    named ? args.find(({ name }) => name === parameter.name)?.code : args[index]?.code,
  );
  const mayLack = (parameter?: Parameter<unknown>) =>
    parameter?.optional || (named && fillsNamed && parameter?.nullable);
  return codes.every((code, index) => code !== undefined || mayLack(parameters[index])) ? codes : null;
}

export function parameterAt(signature: Signature, index: number): Parameter<unknown> | undefined {
  return signature.variadic ? signature.parameters[0] : signature.parameters[index];
}

/** A variadic parameter is declared as a list; each argument is one item. */
export function typeAt(signature: Signature, index: number): FeelType {
  const type = parameterAt(signature, index)?.type ?? ANY;
  return signature.variadic && type.kind === 'list' ? type.of : type;
}

function takes(expected: FeelType, actual: FeelType): boolean {
  if (accepts(expected, actual)) return true;
  // FEEL passes a single value as a list of one, and a list of one as its value: only the first is foreseeable.
  return expected.kind === 'list' && actual.kind !== 'list' && accepts(expected.of, actual);
}

export function fits(signature: Signature, codes: Placed): boolean {
  return codes.every((code, index) => code === undefined || takes(typeAt(signature, index), code.type));
}

export function returnType(signature: Signature, codes: Placed): FeelType {
  const { returns } = signature;
  return typeof returns === 'function' ? returns(codes.map((code) => code?.type ?? ANY)) : returns;
}

export function reportArguments(node: Syntax, builtIn: BuiltIn, args: readonly Argument[], unit: Unit): void {
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

export function reportTypes(placed: readonly { signature: Signature; codes: Placed }[], unit: Unit): void {
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
