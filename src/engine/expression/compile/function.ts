import { MAX_CALL_DEPTH } from '../limits.js';
import type { Syntax } from '../parse.js';
import { EvaluationError } from '../problems.js';
import { ANY, FUNCTION, type FeelType } from '../types.js';
import { FeelFunction, isList, type FeelValue } from '../values.js';
import { isInstance, readType } from './instance.js';
import { LocalNames } from './names.js';
import { charge, part, parts, priceOfTurn, type Code, type Names, type Unit } from './unit.js';

/** `function(a, b) a + b`: remembers the values of the names around it. */
export function compileFunction(node: Syntax, unit: Unit, names: Names): Code {
  const list = part(node, 'FormalParameters');
  const bodyNode = part(node, 'FunctionBody');
  const bodyExpression = bodyNode && parts(bodyNode)[0];
  if (!bodyExpression || part(node, 'external')) {
    unit.report('unsupported', node, { found: unit.text(node) });
    return unit.nothing(node);
  }
  const expected = unit.takeExpected();
  const parameters = (list ? parts(list) : []).map((parameter, index) =>
    readParameter(parameter, expected[index] ?? ANY, unit),
  );
  const locals = new Map(parameters.map(({ name, slot, type }) => [name, { slot, type }]));
  const body = unit.compile(bodyExpression, new LocalNames(names, locals));
  const price = priceOfTurn(bodyExpression);
  const parameterNames = parameters.map(({ name }) => name);
  return {
    syntax: node,
    type: FUNCTION,
    run: (at) => {
      charge(at, 1 + (at.slots.length >> 4), node.from);
      const captured = at.slots.slice();
      const invoke = (args: readonly FeelValue[]): FeelValue => {
        charge(at, price, node.from);
        const fitting = parameters.map(({ declared }, index) => coerced(args[index] ?? null, declared));
        if (fitting.includes(undefined)) return null;
        if (at.depth >= MAX_CALL_DEPTH)
          throw new EvaluationError('limit', { limit: MAX_CALL_DEPTH }, node.from);
        const outside = at.slots;
        at.slots = captured.slice();
        parameters.forEach(({ slot }, index) => (at.slots[slot] = fitting[index] ?? null));
        at.depth++;
        try {
          return body.run(at);
        } finally {
          at.depth--;
          at.slots = outside;
        }
      };
      return new FeelFunction(parameterNames, invoke);
    },
  };
}

function readParameter(node: Syntax, expected: FeelType, unit: Unit): Parameter {
  const nameNode = part(node, 'ParameterName') ?? node;
  const typeNode = part(node, 'Type');
  const declared = typeNode && readType(typeNode, unit);
  return { name: unit.nameText(nameNode), slot: unit.newSlot(), type: declared ?? expected, declared };
}

interface Parameter {
  readonly name: string;
  readonly slot: number;
  readonly type: FeelType;
  /** As written after the colon. */
  readonly declared: FeelType | undefined;
}

/** The argument as its parameter wants it: a list of one stands for the one, and one for a list of it. Undefined: never. */
function coerced(value: FeelValue, type: FeelType | undefined): FeelValue | undefined {
  if (value === null || type === undefined || isInstance(value, type)) return value;
  if (isList(value)) {
    const [only = null] = value;
    return value.length === 1 && (only === null || isInstance(only, type)) ? only : undefined;
  }
  return type.kind === 'list' && isInstance(value, type.of) ? [value] : undefined;
}
