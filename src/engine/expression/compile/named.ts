import { fieldOf, type FeelType, type Scope } from '../types.js';
import type { Syntax } from '../parse.js';

/** A place in a source that names a fact, or a column, question or team as a text. */
export interface NamedPlace {
  /** Offsets into the source, in UTF-16 units; of a text only what stands between the quotes. */
  readonly from: number;
  readonly to: number;
  /** From the root name down, without marks for lists: `sales`, `rows`, `amount`; `row`, `amount`; `tables`, `rates`, `city`. */
  readonly path: readonly string[];
  /**
   * How it is written: as a name, as the text of a column (`lookup(tables.rates, "city", …)`), or as a text compared
   * with what holds names (`overridden[item.field = "sales.payable"]`).
   */
  readonly kind: 'fact' | 'column' | 'question' | 'team';
}

/**
 * Collects what a source names. A group of the facts is known by its type object, which the compiler hands on through
 * loops, filters and functions, so that `r.amount` in a loop is found to be a field of `sales.rows`.
 */
export class NamedPlaces {
  readonly found: NamedPlace[] = [];
  private readonly owners = new Map<FeelType, readonly string[]>();

  constructor(scope: Scope) {
    for (const [name, type] of Object.entries(scope)) this.own(type, [name]);
  }

  private own(type: FeelType, path: readonly string[]): void {
    if (type.kind === 'list') this.own(type.of, path);
    if (type.kind !== 'context' || this.owners.has(type)) return;
    this.owners.set(type, path);
    for (const [name, field] of Object.entries(type.fields)) this.own(field, [...path, name]);
  }

  root(node: Syntax, name: string): void {
    this.add(node, [name], 'fact');
  }

  /** `owner`: the type of the group whose field is named. */
  field(node: Syntax, owner: FeelType, name: string): void {
    const path = this.owners.get(owner);
    if (path && fieldOf(owner, name)) this.add(node, [...path, name], 'fact');
  }

  /** Below a fact of which no type is known, every step is a field. */
  step(node: Syntax, path: readonly string[]): void {
    this.add(node, path, 'fact');
  }

  /** `node`: the literal with its quotes. */
  column(node: Syntax, owner: FeelType, name: string): void {
    const path = this.owners.get(owner);
    if (path && fieldOf(owner, name)) this.text(node, name, [...path, name], 'column');
  }

  /** `node`: the literal with its quotes. */
  compared(node: Syntax, names: 'question' | 'team', name: string): void {
    this.text(node, name, names === 'question' ? name.split('.') : [name], names);
  }

  /** A name written with escapes is longer than itself; such a literal is no plain name. */
  private text(node: Syntax, name: string, path: readonly string[], kind: NamedPlace['kind']): void {
    if (node.to - node.from !== name.length + 2) return;
    this.add({ ...node, from: node.from + 1, to: node.to - 1 }, path, kind);
  }

  private add({ from, to }: Syntax, path: readonly string[], kind: NamedPlace['kind']): void {
    this.found.push({ from, to, path, kind });
  }
}
