import { compare, equal, type FeelValue, kindOf, type ValueKind } from '../expression/values.js';
import type { FeelType } from '../expression/types.js';

/** Values of one variable between which no condition at hand can tell apart. */
export type Region =
  | { readonly kind: 'null' }
  | { readonly kind: 'is'; readonly value: FeelValue }
  /** Strictly between two constants; an end that is undefined is open for ever. */
  | {
      readonly kind: 'between';
      readonly after: FeelValue | undefined;
      readonly before: FeelValue | undefined;
    }
  /** A value of a kind that the constants cannot be compared with; only where the type is not known. */
  | { readonly kind: 'unlike' }
  /** How two values stand to each other; `unlike` ones have no order and no equality. */
  | { readonly kind: 'order'; readonly order: Order };

export type Order = 'less' | 'equal' | 'greater' | 'one-null' | 'both-null' | 'unlike';

const ORDERS: readonly Order[] = ['less', 'equal', 'greater', 'one-null', 'both-null', 'unlike'];
const ORDERED: ReadonlySet<ValueKind> = new Set<ValueKind>([
  'string',
  'number',
  'date',
  'time',
  'dateTime',
  'daysDuration',
  'monthsDuration',
]);

/** What conditions ask about: a term (a fact, or an expression taken as a whole) or how two terms stand to each other. */
export abstract class Variable {
  private made: readonly Region[] | null = null;

  constructor(readonly key: string) {}

  /** Made once, when every condition at hand has been read. */
  regions(): readonly Region[] {
    return (this.made ??= this.makeRegions());
  }

  protected abstract makeRegions(): readonly Region[];
}

export class Term extends Variable {
  private kind: ValueKind | null = null;
  private readonly constants: FeelValue[] = [];

  /** @param type null where it is not known */
  constructor(
    key: string,
    private readonly type: FeelType | null,
  ) {
    super(key);
  }

  /** Takes a constant that the term is compared with; false when the two have nothing to say to each other. */
  admit(constant: Exclude<FeelValue, null>): boolean {
    const kind = kindOf(constant);
    if (kind !== 'boolean' && !ORDERED.has(kind)) return false;
    if (this.kind !== null && this.kind !== kind) return false;
    if (this.type !== null && this.type.kind !== kind) return false;
    this.kind = kind;
    this.constants.push(constant);
    return true;
  }

  /** Are values of both known to be of one ordered kind? */
  isLike(other: Term): boolean {
    const [own, others] = [this, other].map((term) => term.type?.kind ?? term.kind);
    return own !== null && own === others && ORDERED.has(own as ValueKind);
  }

  /** Is the type declared, so that no value is of another? */
  isTyped(): boolean {
    return this.type !== null;
  }

  protected makeRegions(): readonly Region[] {
    const { type } = this;
    const unlike: readonly Region[] = type === null ? [{ kind: 'unlike' }] : [];
    const values = this.valuesInAll();
    if (values)
      return [{ kind: 'null' }, ...values.map((value): Region => ({ kind: 'is', value })), ...unlike];
    const points = [...this.constants]
      .sort((a, b) => compare(a, b) ?? 0)
      .filter((point, index, sorted) => index === 0 || equal(point, sorted[index - 1] ?? null) !== true);
    const regions: Region[] = [{ kind: 'null' }];
    points.forEach((point, index) => {
      const before = points[index - 1];
      if (!this.areNeighbours(before, point)) regions.push({ kind: 'between', after: before, before: point });
      regions.push({ kind: 'is', value: point });
    });
    regions.push({ kind: 'between', after: points.at(-1), before: undefined });
    return [...regions, ...unlike];
  }

  /** Every value there is, where they can be counted. */
  private valuesInAll(): readonly FeelValue[] | null {
    if (this.type?.kind === 'boolean' || this.kind === 'boolean') return [true, false];
    const options = this.type?.kind === 'string' ? this.type.options : undefined;
    // In FEEL's order of texts, like any other regions.
    return options ? [...options].sort((a, b) => compare(a, b) ?? 0) : null;
  }

  /** Between two days that follow each other there is no day. */
  private areNeighbours(a: FeelValue | undefined, b: FeelValue): boolean {
    return this.type?.kind === 'date' && a !== undefined && compare(b, a) === 1;
  }
}

/** A condition whose inside is not looked at. */
export class Opaque extends Variable {
  protected makeRegions(): readonly Region[] {
    return [{ kind: 'null' }, { kind: 'is', value: true }, { kind: 'is', value: false }];
  }
}

export class Pair extends Variable {
  constructor(
    key: string,
    readonly left: Term,
    readonly right: Term,
  ) {
    super(key);
  }

  protected makeRegions(): readonly Region[] {
    const isAlike = this.left.isTyped() && this.right.isTyped() && this.left.isLike(this.right);
    const orders = isAlike ? ORDERS.filter((order) => order !== 'unlike') : ORDERS;
    return orders.map((order) => ({ kind: 'order', order }));
  }
}

/** FEEL's `=` of every value of the region with a constant. */
export function equalIn(region: Region, constant: FeelValue): boolean | null {
  if (region.kind === 'null') return constant === null;
  if (constant === null) return false;
  if (region.kind === 'is') return equal(region.value, constant);
  return region.kind === 'between' ? false : null;
}

/** The order of every value of the region and a constant; null when they have none. */
export function compareIn(region: Region, constant: FeelValue): number | null {
  if (region.kind === 'is') return compare(region.value, constant);
  if (region.kind !== 'between') return null;
  const toAfter = region.after === undefined ? null : compare(constant, region.after);
  if (toAfter !== null && toAfter <= 0) return 1;
  const toBefore = region.before === undefined ? null : compare(constant, region.before);
  return toBefore !== null && toBefore >= 0 ? -1 : null;
}
