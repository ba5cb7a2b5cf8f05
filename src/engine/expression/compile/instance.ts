import type { Syntax } from '../parse.js';
import { ANY, BOOLEAN, FUNCTION, listOf, rangeOf, type FeelType } from '../types.js';
import { FeelContext, FeelFunction, FeelRange, isList, kindOf, type FeelValue } from '../values.js';
import { part, parts, type Code, type Names, type Unit } from './unit.js';

const NAMED_TYPES: Readonly<Record<string, FeelType>> = {
  Any: ANY,
  Null: { kind: 'null' },
  number: { kind: 'number' },
  string: { kind: 'string' },
  boolean: { kind: 'boolean' },
  date: { kind: 'date' },
  time: { kind: 'time' },
  'date and time': { kind: 'dateTime' },
  'days and time duration': { kind: 'daysDuration' },
  'years and months duration': { kind: 'monthsDuration' },
  list: listOf(ANY),
  context: { kind: 'context', fields: {} },
  range: rangeOf(ANY),
  function: FUNCTION,
};

/** A type as written after `instance of` or a parameter's colon; an unknown name is a Problem. */
export function readType(node: Syntax, unit: Unit): FeelType | undefined {
  const inner = node.name === 'Type' ? parts(node)[0] : node;
  if (!inner) return undefined;
  const reader = TYPE_READERS[inner.name];
  if (reader) return reader(inner, unit);
  const name = unit.nameText(inner);
  const known = Object.hasOwn(NAMED_TYPES, name) ? NAMED_TYPES[name] : undefined;
  if (!known) unit.report('unknown-type', inner, { name });
  return known;
}

const TYPE_READERS: Readonly<Record<string, (node: Syntax, unit: Unit) => FeelType | undefined>> = {
  ListType: (node, unit) => {
    const of = part(node, 'Type');
    const type = of && readType(of, unit);
    const isRange = unit.text(node).startsWith('range');
    return type && (isRange ? rangeOf(type) : listOf(type));
  },
  ContextType: (node, unit) => {
    const fields: Record<string, FeelType> = {};
    for (const entry of parts(part(node, 'ContextEntryTypes') ?? node)) {
      const name = parts(entry)[0];
      const typeNode = part(entry, 'Type');
      const type = typeNode && readType(typeNode, unit);
      if (!name || !type) return undefined;
      fields[unit.nameText(name)] = type;
    }
    return { kind: 'context', fields };
  },
  FunctionType: (node) => ({ kind: 'function', arity: parts(part(node, 'ArgumentTypes') ?? node).length }),
};

export function compileInstanceOf(node: Syntax, unit: Unit, names: Names): Code {
  const [valueNode] = parts(node);
  const typeNode = part(node, 'Type');
  if (!valueNode || !typeNode) return unit.nothing(node);
  const value = unit.compile(valueNode, names);
  const type = readType(typeNode, unit);
  if (!type) return unit.nothing(node);
  const { run } = value;
  return { syntax: node, type: BOOLEAN, run: (at) => isInstance(run(at), type) };
}

/** Null is an instance of nothing but Null. */
export function isInstance(value: FeelValue, type: FeelType): boolean {
  if (value === null) return type.kind === 'null';
  if (type.kind === 'any') return true;
  if (type.kind === 'list')
    return isList(value) && value.every((item) => item === null || isInstance(item, type.of));
  if (type.kind === 'context') {
    return (
      value instanceof FeelContext &&
      Object.entries(type.fields).every(([name, field]) => {
        const own = value.get(name);
        return own !== undefined && (own === null || isInstance(own, field));
      })
    );
  }
  if (type.kind === 'range') {
    return (
      value instanceof FeelRange &&
      [value.start, value.end].every((end) => end === undefined || end === null || isInstance(end, type.of))
    );
  }
  if (type.kind === 'function' && type.arity !== undefined) {
    return value instanceof FeelFunction && value.parameters.length === type.arity;
  }
  return kindOf(value) === type.kind;
}
