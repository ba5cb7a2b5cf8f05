import { Decimal, finite } from '../decimal.js';
import type { Syntax } from '../parse.js';
import { parseAtLiteral, parseDuration } from '../temporal/parse.js';
import {
  ANY,
  BOOLEAN,
  comparable,
  listOf,
  NULL,
  NUMBER,
  orderable,
  rangeOf,
  STRING,
  typeName,
  unifyAll,
} from '../types.js';
import { compare, FeelRange, kindOf, MapContext, type FeelValue } from '../values.js';
import type { FeelType } from '../types.js';
import { LocalNames } from './names.js';
import { parts, type Code, type Names, type Run, type Unit } from './unit.js';

function constantCode(syntax: Syntax, type: FeelType, constant: FeelValue): Code {
  return { syntax, type, constant, run: () => constant };
}

export function compileNumber(node: Syntax, unit: Unit): Code {
  const text = unit.text(node).replace(/\s+/g, '');
  const value = finite(new Decimal(text).toSignificantDigits(34));
  if (value === null) unit.report('bad-literal', node, { found: text });
  return constantCode(node, NUMBER, value);
}

const ESCAPE = /\\(?:(["\\'nrt])|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6}))/g;
const CONTROL: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** The text between the quotes with escapes resolved; a backslash before anything else stays (patterns). */
export function unquote(literal: string): string {
  return literal.slice(1, -1).replace(ESCAPE, (all, plain?: string, four?: string, six?: string) => {
    if (plain !== undefined) return CONTROL[plain] ?? plain;
    const point = parseInt(four ?? six ?? '', 16);
    return point <= 0x10ffff ? (four ? String.fromCharCode(point) : String.fromCodePoint(point)) : all;
  });
}

export function compileString(node: Syntax, unit: Unit): Code {
  return constantCode(node, STRING, unquote(unit.text(node)));
}

export function compileBoolean(node: Syntax, unit: Unit): Code {
  return constantCode(node, BOOLEAN, unit.text(node) === 'true');
}

export function compileNull(node: Syntax): Code {
  return constantCode(node, NULL, null);
}

/** `@"2021-10-01"` */
export function compileAtLiteral(node: Syntax, unit: Unit): Code {
  const literal = parts(node)[0];
  const text = literal ? unquote(unit.text(literal)) : '';
  const value = parseAtLiteral(text);
  if (value === null) unit.report('bad-literal', node, { found: text });
  return constantCode(node, value === null ? ANY : { kind: value.kind }, value);
}

/** `duration("P1M")`: a literal says which of the two durations it is. */
export function compileDurationLiteral(node: Syntax, args: readonly Code[], unit: Unit): Code | undefined {
  const [text] = args;
  if (typeof text?.constant !== 'string') return undefined;
  const value = parseDuration(text.constant);
  if (value === null) {
    unit.reportType('bad-literal', text.syntax, { found: text.constant });
    return undefined;
  }
  return constantCode(node, { kind: value.kind }, value);
}

/** Nodes that only wrap another: parentheses, the top, date literals. */
export function compileWrapper(node: Syntax, unit: Unit, names: Names): Code {
  const inner = parts(node)[0];
  if (!inner) {
    unit.report('syntax', node, { found: unit.text(node) });
    return unit.nothing(node);
  }
  return unit.compile(inner, names);
}

export function compileList(node: Syntax, unit: Unit, names: Names): Code {
  const items = parts(node).map((item) => unit.compile(item, names));
  const runs = items.map((item) => item.run);
  return {
    syntax: node,
    items,
    type: listOf(unifyAll(items.map((item) => item.type))),
    run: (at) => runs.map((run) => run(at)),
  };
}

/** Later entries may read earlier ones by name. */
export function compileContext(node: Syntax, unit: Unit, names: Names): Code {
  const locals = new Map<string, { slot: number; type: FeelType }>();
  const entries: { key: string; slot: number; run: Run }[] = [];
  const inner = new LocalNames(names, locals);
  for (const entry of parts(node)) {
    const [keyNode, valueNode] = parts(entry);
    const name = keyNode && parts(keyNode)[0];
    if (!name || !valueNode) continue;
    const key = name.name === 'StringLiteral' ? unquote(unit.text(name)) : unit.nameText(name);
    if (locals.has(key)) unit.report('duplicate-key', keyNode, { name: key });
    const value = unit.compile(valueNode, inner);
    const slot = unit.newSlot();
    locals.set(key, { slot, type: value.type });
    entries.push({ key, slot, run: value.run });
  }
  const fields = Object.fromEntries([...locals].map(([key, { type }]) => [key, type]));
  return {
    syntax: node,
    type: { kind: 'context', fields },
    run: (at) => {
      const result = new Map<string, FeelValue>();
      for (const { key, slot, run } of entries) result.set(key, (at.slots[slot] = run(at)));
      return new MapContext(result);
    },
  };
}

const ENDS = new Set(['(', ')', '[', ']']);

/** `[1..10)` and its kin; both ends of one kind. */
export function compileInterval(node: Syntax, unit: Unit, names: Names): Code {
  const marks = node.children.filter((child) => ENDS.has(child.name));
  const [low, high] = parts(node).map((end) => unit.compile(end, names));
  if (!low || !high) return unit.nothing(node);
  if (!orderable(low.type, high.type)) {
    unit.reportType('unlike-types', node, { left: typeName(low.type), right: typeName(high.type) });
  }
  const startIncluded = marks[0]?.name === '[';
  const endIncluded = marks.at(-1)?.name === ']';
  const [from, to] = [low.run, high.run];
  return {
    syntax: node,
    type: rangeOf(comparable(low.type, high.type) ? unifyAll([low.type, high.type]) : ANY),
    run: (at) => {
      const [start, end] = [from(at), to(at)];
      if (start !== null && end !== null && compare(start, end) === null) return null;
      return new FeelRange(start, startIncluded, end, endIncluded);
    },
  };
}

/** `(<= 10)` as a value: an interval open to one side. `!=` is no interval and is understood only after `in`. */
export function compileOpenInterval(node: Syntax, unit: Unit, names: Names): Code {
  const [first, second] = parts(node);
  if (first?.name === 'Interval') return unit.compile(first, names);
  if (first?.name !== 'CompareOp' || !second) return unit.nothing(node);
  const operator = unit.text(first);
  const bound = unit.compile(second, names);
  const make = OPEN_INTERVALS[operator];
  if (!make) {
    unit.report('unsupported', node, { found: unit.text(node) });
    return unit.nothing(node);
  }
  const { run } = bound;
  return { syntax: node, type: rangeOf(bound.type), run: (at) => make(run(at)) };
}

const OPEN_INTERVALS: Readonly<Record<string, (bound: FeelValue) => FeelValue>> = {
  '<': (bound) => new FeelRange(undefined, false, bound, false),
  '<=': (bound) => new FeelRange(undefined, false, bound, true),
  '>': (bound) => new FeelRange(bound, false, undefined, false),
  '>=': (bound) => new FeelRange(bound, true, undefined, false),
  '=': (bound) => (kindOf(bound) === 'null' ? null : new FeelRange(bound, true, bound, true)),
};
