import type { BuiltIn } from '../builtins/signature.js';
import type { Syntax } from '../parse.js';
import { ANY, isOpen, unifyAll } from '../types.js';
import { FeelFunction, type FeelValue } from '../values.js';
import {
  fits,
  placeArguments,
  reportArguments,
  reportTypes,
  returnType,
  type Argument,
  type Placed,
} from './arguments.js';
import { checkOption } from './comparison.js';
import { callRun, firstAnswer } from './call.js';
import { compileDurationLiteral } from './literal.js';
import { compileLookup } from './lookup.js';
import { checkPattern, PATTERN_PARAMETERS } from './pattern.js';
import { charge, type Code, type Evaluation, type Run, type Unit } from './unit.js';

/** Some functions say more about their arguments than their types do. */
const HOOKS: ReadonlyMap<string, (node: Syntax, args: readonly Code[], unit: Unit) => Code | undefined> =
  new Map([
    ['lookup', compileLookup],
    ['matches', checkPattern],
    ['replace', checkPattern],
    ['split', checkPattern],
    ['duration', compileDurationLiteral],
    ['list contains', checkElement],
  ]);

export function compileBuiltIn(node: Syntax, builtIn: BuiltIn, args: readonly Argument[], unit: Unit): Code {
  const placed = builtIn.signatures.flatMap((signature) => {
    const codes = placeArguments(signature, args, !unit.checksTypes);
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
  return {
    syntax: node,
    type: unifyAll(types),
    run: priced(firstAnswer(runs), priceOf(builtIn, first.codes), node.from),
  };
}

function checkElement(_node: Syntax, [list, element]: readonly Code[], unit: Unit): undefined {
  if (list && element) checkOption(list.type, element, unit);
}

/** A pattern that is not written out is compiled when it is met. */
const PATTERN_PRICE = 500;

function priceOf(builtIn: BuiltIn, codes: Placed): number {
  if (HOOKS.get(builtIn.name) !== checkPattern) return builtIn.cost;
  const places = builtIn.signatures[0]?.parameters ?? [];
  const compiles = codes.some(
    (code, index) => code?.constant === undefined && PATTERN_PARAMETERS.has(places[index]?.name ?? ''),
  );
  return builtIn.cost + (compiles ? PATTERN_PRICE : 0);
}

function priced(run: Run, price: number, position: number): Run {
  if (price === 0) return run;
  return (at) => {
    charge(at, price, position);
    return run(at);
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
    charge(at, 1 + builtIn.cost, syntax.from);
    return firstAnswer(runs)(at);
  });
}
