import { Decimal } from '../decimal.js';
import { FeelDate } from '../temporal/values.js';
import type { Syntax } from '../parse.js';
import { ANY, BOOLEAN, isOpen, listOf, NUMBER, typeName, unify, type FeelType } from '../types.js';
import { FeelRange, isList, type FeelValue } from '../values.js';
import { LocalNames } from './names.js';
import {
  charge,
  part,
  parts,
  priceOfTurn,
  type Code,
  type Evaluation,
  type Names,
  type Run,
  type Unit,
} from './unit.js';

interface Domain {
  readonly slot: number;
  readonly items: (at: Evaluation) => Iterable<FeelValue> | null;
}

/** `x in list`, `x in 1..10`: each binds a name for the domains after it and for the body. */
function compileDomains(
  node: Syntax,
  unit: Unit,
  names: Names,
): { domains: Domain[]; inner: Names; locals: Locals } {
  const locals: Locals = new Map();
  const inner = new LocalNames(names, locals);
  const domains: Domain[] = [];
  const list = part(node, 'InExpressions');
  for (const clause of list ? parts(list) : []) {
    const nameNode = part(clause, 'Name');
    const context = part(clause, 'IterationContext');
    if (!nameNode || !context) continue;
    const { items, type } = compileItems(context, unit, inner);
    const slot = unit.newSlot();
    locals.set(unit.nameText(nameNode), { slot, type });
    domains.push({ slot, items });
  }
  return { domains, inner, locals };
}

type Locals = Map<string, { slot: number; type: FeelType }>;

function compileItems(node: Syntax, unit: Unit, names: Names): { items: Domain['items']; type: FeelType } {
  const [first, second] = parts(node).map((child) => unit.compile(child, names));
  if (!first) return { items: () => null, type: ANY };
  if (second) {
    const [from, to] = [first.run, second.run];
    checkSteps(first, unit);
    checkSteps(second, unit);
    return { items: (at) => stepsBetween(from(at), to(at)), type: unify(first.type, second.type) };
  }
  const { run, type } = first;
  const items = (at: Evaluation): Iterable<FeelValue> | null => {
    const value = run(at);
    if (value === null) return null;
    if (value instanceof FeelRange) return rangeItems(value);
    return isList(value) ? value : [value];
  };
  return { items, type: type.kind === 'list' || type.kind === 'range' ? type.of : type };
}

function checkSteps(end: Code, unit: Unit): void {
  if (isOpen(end.type) || end.type.kind === 'number' || end.type.kind === 'date') return;
  unit.reportType('wrong-type', end.syntax, { expected: typeName(NUMBER), actual: typeName(end.type) });
}

function rangeItems({ start, end, startIncluded, endIncluded }: FeelRange): Iterable<FeelValue> | null {
  if (start === undefined || end === undefined) return null;
  if (start instanceof Decimal && end instanceof Decimal && start.gt(end)) return null;
  if (start instanceof FeelDate && end instanceof FeelDate && start.epochDay > end.epochDay) return null;
  return stepsBetween(start, end, startIncluded ? 0 : 1, endIncluded ? 0 : 1);
}

/**
 * Whole numbers or days from one end to the other, downwards where the second is smaller.
 *
 * @param skipped how many to leave out at either end
 */
function stepsBetween(
  from: FeelValue,
  to: FeelValue,
  skippedFirst = 0,
  skippedLast = 0,
): Iterable<FeelValue> | null {
  if (from instanceof Decimal && to instanceof Decimal) {
    if (!from.isInteger() || !to.isInteger()) return null;
    const [first, last] = [from.plus(skippedFirst), to.minus(skippedLast)];
    if (skippedFirst + skippedLast > 0 && first.gt(last)) return [];
    return stepsOver(last.minus(first).toNumber(), (n) => first.plus(n));
  }
  if (from instanceof FeelDate && to instanceof FeelDate) {
    const [first, last] = [from.epochDay + skippedFirst, to.epochDay - skippedLast];
    if (skippedFirst + skippedLast > 0 && first > last) return [];
    return stepsOver(last - first, (n) => FeelDate.ofEpochDay(first + n));
  }
  return null;
}

/** One at a time: a loop that stops early, or at its budget, has not filled the memory. */
function* stepsOver(distance: number, value: (n: number) => FeelValue): Iterable<FeelValue> {
  const step = distance < 0 ? -1 : 1;
  const turns = Math.abs(distance) + 1;
  for (let turn = 0; turn < turns; turn++) yield value(turn * step);
}

/** Runs `visit` for every combination; it returns true to stop. @returns null when a domain is no list. */
function visitAll(
  at: Evaluation,
  domains: readonly Domain[],
  { position, price }: { readonly position: number; readonly price: number },
  visit: () => boolean,
): boolean | null {
  const walk = (depth: number): boolean | null => {
    const domain = domains[depth];
    if (!domain) return visit();
    const items = domain.items(at);
    if (items === null) return null;
    for (const item of items) {
      charge(at, price, position);
      at.slots[domain.slot] = item;
      const stopped = walk(depth + 1);
      if (stopped !== false) return stopped;
    }
    return false;
  };
  return walk(0);
}

/** `partial` holds the results so far. */
export function compileFor(node: Syntax, unit: Unit, names: Names): Code {
  const { domains, inner } = compileDomains(node, unit, names);
  const bodyNode = parts(node).find((child) => child.name !== 'InExpressions');
  if (!bodyNode || domains.length === 0) return unit.nothing(node);
  const partial = unit.newSlot();
  const body = unit.compile(
    bodyNode,
    new LocalNames(inner, new Map([['partial', { slot: partial, type: listOf(ANY) }]])),
  );
  const { run } = body;
  const cost = { position: node.from, price: priceOfTurn(bodyNode) };
  return {
    syntax: node,
    type: listOf(body.type),
    run: (at) => {
      const results: FeelValue[] = [];
      const done = visitAll(at, domains, cost, () => {
        at.slots[partial] = results;
        results.push(run(at));
        return false;
      });
      return done === null ? null : results;
    },
  };
}

/** `some … satisfies`, `every … satisfies`, three-valued like or and and. */
export function compileQuantified(node: Syntax, unit: Unit, names: Names): Code {
  const { domains, inner } = compileDomains(node, unit, names);
  const bodyNode = parts(node).find((child) => child.name !== 'InExpressions');
  if (!bodyNode || domains.length === 0) return unit.nothing(node);
  const body = unit.compile(bodyNode, inner);
  if (!isOpen(body.type) && body.type.kind !== 'boolean') {
    unit.reportType('condition-not-boolean', body.syntax, { actual: typeName(body.type) });
  }
  const decisive = part(node, 'some') !== undefined;
  const cost = { position: node.from, price: priceOfTurn(bodyNode) };
  return { syntax: node, type: BOOLEAN, run: quantify(domains, body.run, decisive, cost) };
}

function quantify(
  domains: readonly Domain[],
  body: Run,
  decisive: boolean,
  cost: Parameters<typeof visitAll>[2],
): Run {
  return (at) => {
    let undecided = false;
    const stopped = visitAll(at, domains, cost, () => {
      const verdict = body(at);
      if (typeof verdict !== 'boolean') undecided = true;
      return verdict === decisive;
    });
    if (stopped === null) return null;
    return stopped ? decisive : undecided ? null : !decisive;
  };
}
