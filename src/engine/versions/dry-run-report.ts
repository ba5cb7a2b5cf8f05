import type { Change } from './change.js';
import { ChangesBehind, findingKey } from './changes-behind.js';
import { type Finding, OUTCOMES, type Outcome, type Verdict } from './outcome.js';
import type { VersionComparison } from './version-comparison.js';

/** One kind of finding, and with how many items it was found. */
export interface Cause {
  /** As it was first met; the others differ in row and values alone. */
  readonly finding: Finding;
  readonly items: number;
  /** How many of them are drafts. */
  readonly drafts: number;
  /** Ids of the first few. */
  readonly examples: readonly string[];
}

/** What a new version does to all that is stored. Plain JSON. */
export interface DryRunReport {
  readonly items: number;
  /** By the gravest finding of each. */
  readonly drafts: Readonly<Record<Outcome, number>>;
  readonly applications: Readonly<Record<Outcome, number>>;
  /** The gravest first, then those found with most. */
  readonly causes: readonly Cause[];
  /** Changes that anything was traced back to, in the order of the difference. */
  readonly changes: readonly { readonly change: Change; readonly items: number }[];
}

const MOST_EXAMPLES = 5;

/**
 * Adds verdicts up, one at a time. What it keeps grows with the number of questions, not of items: a hundred thousand
 * rows need no more room than ten.
 */
export class DryRunTally {
  private readonly counts = { draft: noCounts(), application: noCounts() };
  private readonly causes = new Map<
    string,
    { finding: Finding; items: number; drafts: number; examples: string[] }
  >();
  private readonly perChange = new Map<Change, number>();
  private readonly behind: ChangesBehind;
  private items = 0;

  constructor(private readonly comparison: VersionComparison) {
    this.behind = new ChangesBehind(comparison);
  }

  add({ id, kind, outcome, findings }: Verdict): void {
    this.items += 1;
    this.counts[kind][outcome] += 1;
    const distinct = new Map(findings.map((finding) => [findingKey(finding), finding]));
    for (const [key, finding] of distinct) {
      const cause = this.causes.get(key) ?? { finding, items: 0, drafts: 0, examples: [] };
      cause.items += 1;
      if (kind === 'draft') cause.drafts += 1;
      if (cause.examples.length < MOST_EXAMPLES) cause.examples.push(id);
      this.causes.set(key, cause);
    }
    for (const change of new Set([...distinct.values()].flatMap((finding) => this.behind.of(finding)))) {
      this.perChange.set(change, (this.perChange.get(change) ?? 0) + 1);
    }
  }

  report(): DryRunReport {
    const rank = ({ finding }: Cause) => OUTCOMES.indexOf(finding.outcome);
    return {
      items: this.items,
      drafts: { ...this.counts.draft },
      applications: { ...this.counts.application },
      causes: [...this.causes.values()]
        .map((cause): Cause => ({ ...cause, examples: [...cause.examples] }))
        .sort((a, b) => rank(a) - rank(b) || b.items - a.items),
      changes: this.comparison.changes.flatMap((change) => {
        const items = this.perChange.get(change);
        return items === undefined ? [] : [{ change, items }];
      }),
    };
  }
}

function noCounts(): Record<Outcome, number> {
  return {
    'stage-gone': 0,
    'answers-lost': 0,
    'now-refused': 0,
    'must-answer-again': 0,
    'result-changed': 0,
    unaffected: 0,
  };
}
