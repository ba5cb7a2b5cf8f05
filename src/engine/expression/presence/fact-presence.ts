import type { Syntax } from '../parse.js';
import { fieldOf, type FeelType } from '../types.js';
import { type Gap, listOfPresence, Made, Presence, type Setting } from './presence.js';

/** What the caller knows of the facts: which of them are never null. */
export interface AnsweredFacts {
  /**
   * Is the fact never null wherever all the conditions hold?
   *
   * @param path dotted from the root, `[]` after a list whose item it stands in: `store.city`, `sales.rows[].amount`,
   *   `row.amount`, `tables.rates[].floor`
   * @param given FEEL conditions over the facts; in those about the item of a list, `row` is the item
   */
  isThere(path: string, given: readonly string[]): boolean;
  /** The fewest items that a list is sure to have. */
  fewest(path: string): number;
}

/** A place from which a fact is seen, and what it is called there. */
interface View {
  readonly at: Setting;
  /** How a condition would name it; null for what has no name. */
  readonly key: string | null;
  /** The local name whose value it is, or is part of. */
  readonly subject: number | null;
}

/** The name of no local. */
const NOBODY = -1;

/** A value that stands in the facts. */
export class FactPresence extends Presence {
  private known: Gap | null | undefined;

  /** @param views all that is known of it, from wherever it came through; the last names it as it is read now */
  constructor(
    private readonly facts: AnsweredFacts,
    private readonly type: FeelType,
    private readonly path: string,
    private readonly node: Syntax,
    private readonly views: readonly View[],
  ) {
    super();
  }

  get gap(): Gap | null {
    return (this.known ??= this.findGap());
  }

  private findGap(): Gap | null {
    const { facts, path, node, views } = this;
    if (path.endsWith('[]')) return null;
    if (views.some(({ at, key }) => key !== null && at.knows(key))) return null;
    const given = views.flatMap(({ at, subject }) => at.given(subject));
    if (facts.isThere(path, [...new Set(given)])) return null;
    return { node: { from: node.from, to: node.to }, reason: 'unanswered', of: path.replaceAll('[]', '') };
  }

  get fewest(): number {
    if (this.gap !== null) return 0;
    return this.type.kind === 'list' ? this.facts.fewest(this.path) : 1;
  }

  item(): Presence {
    const { facts, type, path, node, views } = this;
    if (type.kind !== 'list') return this;
    // Conditions that speak of some other row by the name of `row` say nothing of this one.
    const unnamed = views.map((view) => ({ ...view, key: null, subject: view.subject ?? NOBODY }));
    return new FactPresence(facts, type.of, `${path}[]`, node, unnamed);
  }

  field(name: string, node: Syntax, at: Setting): Presence {
    const { facts, type, path } = this;
    if (type.kind === 'list') return listOfPresence(this.item().field(name, node, at), this.gap, this.fewest);
    const field = type.kind === 'any' ? type : fieldOf(type, name);
    if (!field) return new Made(this.gap).field(name, node, at);
    const views = this.viewsWith(at).map((view) => ({
      ...view,
      key: view.key === null ? null : `${view.key}.${name}`,
    }));
    return new FactPresence(facts, field, `${path}.${name}`, node, views);
  }

  has(name: string): boolean {
    return fieldOf(this.type, name) !== undefined;
  }

  override named(id: number): Presence {
    const { facts, type, path, node, views } = this;
    return new FactPresence(facts, type, path, node, [...views, { at: NOWHERE, key: `#${id}`, subject: id }]);
  }

  override seenFrom(at: Setting): Presence {
    return new FactPresence(this.facts, this.type, this.path, this.node, this.viewsWith(at));
  }

  private viewsWith(at: Setting): readonly View[] {
    const last = this.views.at(-1);
    if (!last || last.at === at) return this.views;
    return [...this.views, { ...last, at }];
  }
}

/** Where a name was given and nothing was learned yet. */
const NOWHERE: Setting = { knows: () => false, given: () => [] };
