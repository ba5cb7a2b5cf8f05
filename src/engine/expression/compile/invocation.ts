import { findBuiltIn, builtInNames, REFUSED } from '../builtins/table.js';
import type { Syntax } from '../parse.js';
import { nearest } from '../problems.js';
import { ANY, isOpen, typeName, type FeelType } from '../types.js';
import { FeelFunction } from '../values.js';
import type { Argument } from './arguments.js';
import { compileClock, isClock } from './clock.js';
import { compileBuiltIn } from './builtin.js';
import { compileWrapper } from './literal.js';
import { part, parts, type Code, type Names, type Unit } from './unit.js';

const FUNCTION_NAMES = new Set(['VariableName', 'SpecialFunctionName', 'DateTimeConstructor']);

export function compileInvocation(node: Syntax, unit: Unit, names: Names): Code {
  const [calleeNode] = parts(node);
  if (!calleeNode) return unit.nothing(node);
  const args = compileArguments(node, CALLED_WITH_ITEMS.has(unit.nameText(calleeNode)), unit, names);
  if (FUNCTION_NAMES.has(calleeNode.name)) {
    const name = unit.nameText(calleeNode);
    const binding = names.find(name);
    // A fact may bear the name of a function; what is called is the function.
    const isBuiltIn = findBuiltIn(name) !== undefined || REFUSED.has(name);
    const callable = binding && (binding.type.kind === 'function' || (isOpen(binding.type) && !isBuiltIn));
    if (!callable && (isBuiltIn || !binding)) return compileNamedCall(node, calleeNode, name, args, unit);
  }
  return compileValueCall(node, unit.compile(calleeNode, names), args, unit);
}

/** `@"2021-10-01"` or `date(…)`, which the grammar sees as literals. */
export function compileDateTimeLiteral(node: Syntax, unit: Unit, names: Names): Code {
  return part(node, 'DateTimeConstructor')
    ? compileInvocation(node, unit, names)
    : compileWrapper(node, unit, names);
}

/** These call the function they are given with two items of the list before it. */
const CALLED_WITH_ITEMS: ReadonlySet<string> = new Set(['sort', 'list replace']);

function compileArguments(node: Syntax, withItems: boolean, unit: Unit, names: Names): Argument[] {
  const positional = part(node, 'PositionalParameters');
  if (positional) {
    let itemType: FeelType = ANY;
    return parts(positional).map((argument) => {
      if (withItems && argument.name === 'FunctionDefinition') unit.expectFunction([itemType, itemType]);
      const code = unit.compile(argument, names);
      if (code.type.kind === 'list') itemType = code.type.of;
      return { code };
    });
  }
  const named = part(node, 'NamedParameters');
  return (named ? parts(named) : []).flatMap((parameter) => {
    const nameNode = part(parameter, 'ParameterName');
    const valueNode = parts(parameter).find((child) => child !== nameNode);
    return nameNode && valueNode
      ? [{ name: unit.nameText(nameNode), nameNode, code: unit.compile(valueNode, names) }]
      : [];
  });
}

function compileNamedCall(node: Syntax, callee: Syntax, name: string, args: Argument[], unit: Unit): Code {
  const builtIn = findBuiltIn(name);
  if (builtIn) return compileBuiltIn(node, builtIn, args, unit);
  if (unit.options.clock && args.length === 0 && isClock(name)) return compileClock(node, name);
  const refused = REFUSED.get(name);
  if (refused) {
    unit.report('refused-function', callee, { name, suggestion: refused });
  } else {
    const suggestion = nearest(name, builtInNames());
    unit.report('unknown-function', callee, { name, ...(suggestion === undefined ? {} : { suggestion }) });
  }
  return unit.nothing(node);
}

function compileValueCall(node: Syntax, callee: Code, args: Argument[], unit: Unit): Code {
  if (!isOpen(callee.type) && callee.type.kind !== 'function') {
    unit.reportType('wrong-type', callee.syntax, { expected: 'function', actual: typeName(callee.type) });
  }
  const { run } = callee;
  const named = args.map(({ name, code }) => ({ name, run: code.run }));
  return {
    syntax: node,
    type: ANY,
    run: (at) => {
      const target = run(at);
      if (!(target instanceof FeelFunction) || target.parameters.length !== named.length) return null;
      const values = named.map((argument) => argument.run(at));
      if (named[0]?.name === undefined) return target.invoke(values);
      const places = target.parameters.map((parameter) => named.findIndex(({ name }) => name === parameter));
      return places.includes(-1) ? null : target.invoke(places.map((place) => values[place] ?? null));
    },
  };
}
