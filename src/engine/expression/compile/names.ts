import { ANY, fieldOf, type FeelType, type Scope } from '../types.js';
import { FeelContext } from '../values.js';
import { factRun } from './fact-run.js';
import type { Binding, Facts, Names, Run } from './unit.js';

/** The names at the top: form, tables, facts of the workflow. */
export class RootNames implements Names {
  constructor(private readonly scope: Scope) {}

  find(name: string): Binding | undefined {
    if (!Object.hasOwn(this.scope, name)) return undefined;
    const type = this.scope[name] ?? ANY;
    const raw = (facts: Facts) => (Object.hasOwn(facts, name) ? facts[name] : undefined);
    return { type, raw, run: factRun(type, raw, 0), isFact: true };
  }

  all(): readonly string[] {
    return Object.keys(this.scope);
  }
}

/** Names bound inside: loop variables, parameters, earlier entries of a context. */
export class LocalNames implements Names {
  constructor(
    private readonly outer: Names,
    private readonly locals: ReadonlyMap<string, { readonly slot: number; readonly type: FeelType }>,
  ) {}

  find(name: string): Binding | undefined {
    const local = this.locals.get(name);
    if (!local) return this.outer.find(name);
    const { slot, type } = local;
    return { type, run: (at) => at.slots[slot] ?? null, isFact: false };
  }

  all(): readonly string[] {
    return [...this.locals.keys(), ...this.outer.all()];
  }
}

/** Inside a filter: `item`, and the item's own fields before the names outside. */
export class ItemNames implements Names {
  constructor(
    private readonly outer: Names,
    private readonly slot: number,
    private readonly itemType: FeelType,
  ) {}

  find(name: string): Binding | undefined {
    const { slot, itemType } = this;
    if (name === 'item') {
      const type = fieldOf(itemType, 'item') ?? itemType;
      return { type, run: wholeItem(slot, itemType), isFact: false };
    }
    const outer = this.outer.find(name);
    const field = fieldOf(itemType, name);
    if (field) return { type: field, run: itemField(slot, name), isFact: false, owner: itemType };
    if (itemType.kind !== 'any') return outer;
    // The item's fields are not known before it is seen.
    const own = itemField(slot, name, outer?.run);
    return { type: ANY, run: own, isFact: outer?.isFact ?? false };
  }

  all(): readonly string[] {
    const fields = this.itemType.kind === 'context' ? Object.keys(this.itemType.fields) : [];
    return ['item', ...fields, ...this.outer.all()];
  }
}

/** An item that may have an entry called `item` is not known before it is seen; then the entry is meant. */
function wholeItem(slot: number, itemType: FeelType): Run {
  const mayHaveEntry = itemType.kind === 'any' || fieldOf(itemType, 'item') !== undefined;
  if (!mayHaveEntry) return (at) => at.slots[slot] ?? null;
  return (at) => {
    const item = at.slots[slot] ?? null;
    const entry = item instanceof FeelContext ? item.get('item') : undefined;
    return entry ?? item;
  };
}

function itemField(slot: number, name: string, otherwise?: Run): Run {
  return (at) => {
    const item = at.slots[slot];
    const own = item instanceof FeelContext ? item.get(name) : undefined;
    if (own !== undefined) return own;
    return otherwise ? otherwise(at) : null;
  };
}
