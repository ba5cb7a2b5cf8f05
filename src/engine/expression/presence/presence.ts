import type { Syntax } from '../parse.js';

/** Why a value may be null. */
export type GapReason =
  /** The fact `of` may not be answered, or the cell of a table may be empty. */
  | 'unanswered'
  /** `null` is written there. */
  | 'written'
  | 'division'
  /** A list that may have no such item. */
  | 'no-item'
  /** The function `of` has no result for an empty list. */
  | 'empty-list'
  /** The function `of` has no result for some values. */
  | 'no-result';

/** The innermost place that a null may come from. */
export interface Gap {
  readonly node: Pick<Syntax, 'from' | 'to'>;
  readonly reason: GapReason;
  /** The fact, dotted as in an expression, or the function; empty where there is neither. */
  readonly of: string;
}

/** Before the key of a list: it has at least one item. */
export const FILLED = 'filled:';

/** What is known, before anything is evaluated, of whether a value and its parts can be null. */
export abstract class Presence {
  /** Null when the value cannot be null. */
  abstract readonly gap: Gap | null;
  /** The fewest items, of a list; 1 for a single value, which counts as the list of itself. */
  abstract readonly fewest: number;
  abstract item(): Presence;
  /** @param node the whole path, for a gap to point at */
  abstract field(name: string, node: Syntax, at: Setting): Presence;
  /** May a field be read by its bare name, inside a filter over such items? */
  abstract has(name: string): boolean;
  /** As the value of a name. */
  named(_id: number): Presence {
    return this;
  }
  /** As it is where more is known. */
  seenFrom(_at: Setting): Presence {
    return this;
  }
  withoutGap(): Presence {
    return this.gap === null ? this : new Filled(this, 0);
  }
  withFewest(fewest: number): Presence {
    return this.fewest >= fewest ? this : new Filled(this, fewest, this.gap);
  }
}

/** Where a value is read: what is known to hold there. */
export interface Setting {
  knows(key: string): boolean;
  /** Conditions that hold, as FEEL over the facts; those of the local name `subject` speak of it as `row`. */
  given(subject: number | null): readonly string[];
}

/** A value that an expression makes. */
export class Made extends Presence {
  readonly fewest: number;
  constructor(
    readonly gap: Gap | null,
    private readonly parts: {
      readonly fewest?: number;
      readonly item?: Presence;
      readonly fields?: ReadonlyMap<string, Presence>;
    } = {},
  ) {
    super();
    this.fewest = gap ? 0 : (parts.fewest ?? 1);
  }

  item(): Presence {
    return this.parts.item ?? (this.gap === null ? this : PRESENT);
  }

  field(name: string, node: Syntax, at: Setting): Presence {
    const { item, fields } = this.parts;
    if (item) return new Made(this.gap, { item: item.field(name, node, at), fewest: this.fewest });
    if (fields) return fields.get(name) ?? missing(node, 'no-result', name);
    if (this.gap === null && SOMETIMES_WITHOUT.has(name)) return missing(node, 'no-result', name);
    return new Made(this.gap);
  }

  has(name: string): boolean {
    return this.parts.fields?.has(name) ?? false;
  }
}

/** A local time has neither. */
const SOMETIMES_WITHOUT: ReadonlySet<string> = new Set(['time offset', 'timezone']);

/** Another presence with its own gap replaced. */
class Filled extends Presence {
  readonly fewest: number;
  constructor(
    private readonly of: Presence,
    fewest: number,
    readonly gap: Gap | null = null,
  ) {
    super();
    this.fewest = Math.max(fewest, of.fewest);
  }
  item(): Presence {
    return this.of.item();
  }
  field(name: string, node: Syntax, at: Setting): Presence {
    const field = this.of.field(name, node, at);
    return field.gap === null ? field.withFewest(Math.min(1, this.fewest)) : field;
  }
  has(name: string): boolean {
    return this.of.has(name);
  }
}

/** A value that is there only if another is: the row that a key finds, the item at a place. */
export class Guarded extends Presence {
  readonly fewest = 0;
  constructor(
    readonly gap: Gap | null,
    private readonly of: Presence,
  ) {
    super();
  }
  item(): Presence {
    return guarded(this.gap, this.of.item());
  }
  field(name: string, node: Syntax, at: Setting): Presence {
    return guarded(this.gap, this.of.field(name, node, at));
  }
  has(name: string): boolean {
    return this.of.has(name);
  }
  override withoutGap(): Presence {
    return this.of.withoutGap();
  }
}

export function guarded(gap: Gap | null, of: Presence): Presence {
  return gap === null ? of : new Guarded(gap, of);
}

export const PRESENT = new Made(null);

export function missing(node: Gap['node'], reason: GapReason, of = ''): Presence {
  return new Made({ node: { from: node.from, to: node.to }, reason, of });
}

export function listOfPresence(item: Presence, gap: Gap | null, fewest: number): Presence {
  return new Made(gap, { item, fewest });
}

/** One or the other. */
export class Either extends Presence {
  readonly gap: Gap | null;
  readonly fewest: number;
  constructor(
    private readonly one: Presence,
    private readonly other: Presence,
  ) {
    super();
    this.gap = one.gap ?? other.gap;
    this.fewest = Math.min(one.fewest, other.fewest);
  }
  item(): Presence {
    return new Either(this.one.item(), this.other.item());
  }
  field(name: string, node: Syntax, at: Setting): Presence {
    return new Either(this.one.field(name, node, at), this.other.field(name, node, at));
  }
  has(name: string): boolean {
    return this.one.has(name) && this.other.has(name);
  }
  override withoutGap(): Presence {
    return new Either(this.one.withoutGap(), this.other.withoutGap());
  }
}

export function eitherOf(all: readonly Presence[]): Presence {
  return all.length === 0 ? PRESENT : all.reduce((a, b) => new Either(a, b));
}

export function firstGap(all: readonly Presence[]): Gap | null {
  return all.find((one) => one.gap !== null)?.gap ?? null;
}
