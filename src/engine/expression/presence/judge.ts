import type { Code } from '../compile/unit.js';
import type { Syntax } from '../parse.js';
import type { Scope } from '../types.js';
import { Environment, type Local, unwrapped } from './environment.js';
import type { AnsweredFacts } from './fact-presence.js';
import { lessonsOf, type Outcome } from './lessons.js';
import { FILLED, type Gap, type Presence, PRESENT } from './presence.js';

/** Beyond this many looks at nodes nothing more is found out: an expression must not hold the one who checks it. */
const MAX_LOOKS = 20_000;

export type Judging = (node: Syntax, at: Environment, judge: Judge) => Presence;

/**
 * Finds out, without evaluating, whether an expression can come out null. It errs on the side of “it can”, but for
 * what no form knows of: numbers beyond 6,144 digits, years beyond the calendar, times with and without a zone.
 */
export class Judge {
  private looks = 0;
  private ids = 0;

  constructor(
    private readonly judgings: ReadonlyMap<string, Judging>,
    readonly source: string,
    readonly scope: Scope,
    readonly facts: AnsweredFacts,
    /** As compiled: types and constants of the nodes. */
    readonly codes: ReadonlyMap<Syntax, Code>,
  ) {}

  /** @returns null when the expression is never null */
  gapOf(root: Syntax): Gap | null {
    return this.look(root, new Environment(this.source)).gap;
  }

  look(node: Syntax, at: Environment): Presence {
    if (++this.looks > MAX_LOOKS) return PRESENT;
    const judging = this.judgings.get(node.name);
    const found = judging ? judging(node, at, this) : PRESENT;
    if (found.gap !== null) {
      const key = at.key(node);
      return key !== null && at.knows(key) ? found.withoutGap() : found;
    }
    if (found.fewest > 0) return found;
    const key = at.key(node);
    return key !== null && at.knows(FILLED + key) ? found.withFewest(1) : found;
  }

  lookAll(nodes: readonly Syntax[], at: Environment): readonly Presence[] {
    return nodes.map((node) => this.look(node, at));
  }

  /** The same place, where it is known besides how the condition came out. */
  assuming(node: Syntax, outcome: Outcome, at: Environment): Environment {
    const learned = lessonsOf(node, outcome, at, this);
    const assumption =
      outcome === 'true' || outcome === 'notTrue'
        ? { assumption: { node: unwrapped(node), holds: outcome === 'true', names: at } }
        : {};
    return at.with({ learned, ...assumption });
  }

  local(presence: Presence): Local {
    const id = ++this.ids;
    return { id, presence: presence.named(id) };
  }
}
