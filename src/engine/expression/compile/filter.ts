import { Decimal } from '../decimal.js';
import type { Syntax } from '../parse.js';
import { ANY, isOpen, listOf, typeName, type FeelType } from '../types.js';
import { isList, type FeelValue } from '../values.js';
import { ItemNames } from './names.js';
import { charge, parts, priceOfTurn, type Code, type Names, type Run, type Unit } from './unit.js';

/** `rows[amount > 0]` keeps items, `rows[1]` and `rows[-1]` take one, counted from either end. */
export function compileFilter(node: Syntax, unit: Unit, names: Names): Code {
  const [sourceNode, filterNode] = parts(node);
  if (!sourceNode || !filterNode) return unit.nothing(node);
  const source = unit.compile(sourceNode, names);
  const itemType = itemTypeOf(source.type);
  const slot = unit.newSlot();
  const filter = unit.compile(filterNode, new ItemNames(names, slot, itemType));
  if (filter.type.kind === 'number')
    return { syntax: node, type: itemType, run: pick(source.run, filter.run, slot) };
  if (!isOpen(filter.type) && filter.type.kind !== 'boolean') {
    unit.reportType('condition-not-boolean', filter.syntax, { actual: typeName(filter.type) });
  }
  const type = isOpen(filter.type) ? ANY : listOf(itemType);
  return { syntax: node, type, run: keep(source.run, filter.run, slot, node.from, priceOfTurn(filterNode)) };
}

function itemTypeOf(type: FeelType): FeelType {
  if (type.kind === 'list') return type.of;
  return isOpen(type) ? ANY : type;
}

/** A single value stands for the list of it; null for the list of nothing. */
function itemsOf(value: FeelValue): readonly FeelValue[] {
  if (value === null) return [];
  return isList(value) ? value : [value];
}

function pick(source: Run, index: Run, slot: number): Run {
  return (at) => {
    const items = itemsOf(source(at));
    at.slots[slot] = null;
    return itemAt(items, index(at));
  };
}

function itemAt(items: readonly FeelValue[], index: FeelValue): FeelValue {
  if (!(index instanceof Decimal) || !index.isInteger()) return null;
  const place = index.toNumber();
  return (place > 0 ? items[place - 1] : place < 0 ? items[items.length + place] : undefined) ?? null;
}

function keep(source: Run, filter: Run, slot: number, position: number, price: number): Run {
  return (at) => {
    const items = itemsOf(source(at));
    charge(at, items.length * price, position);
    const kept: FeelValue[] = [];
    for (const item of items) {
      at.slots[slot] = item;
      const verdict = filter(at);
      if (verdict instanceof Decimal) return itemAt(items, verdict);
      if (verdict === true) kept.push(item);
    }
    return kept;
  };
}
