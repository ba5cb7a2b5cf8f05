import type { DryRunReport } from './dry-run-report.js';
import { OUTCOMES, type Outcome } from './outcome.js';
import type { Plan, PlanRule, Treatment } from './plan.js';
import type { VersionComparison } from './version-comparison.js';

/**
 * What is safe to begin with. A draft is not handed in yet: it moves, and what it lacks is asked. An application has
 * been handed in under the old rules: it keeps them, unless the author says otherwise.
 */
const DRAFTS: Readonly<Record<Outcome, Treatment>> = {
  'stage-gone': 'pin',
  'answers-lost': 'migrate',
  'now-refused': 'ask-again',
  'must-answer-again': 'ask-again',
  'result-changed': 'migrate',
  unaffected: 'migrate',
};

/** A plan to begin with: the steps that carry answers over, and a rule for everything the dry run found. */
export function proposePlan({ before, after, steps }: VersionComparison, report: DryRunReport): Plan {
  const found = (of: 'drafts' | 'applications') => OUTCOMES.filter((outcome) => isMet(outcome, of, report));
  const rules: readonly PlanRule[] = [
    ...found('drafts').map((when): PlanRule => ({ when, of: 'drafts', do: DRAFTS[when] })),
    ...found('applications').map((when): PlanRule => ({ when, of: 'applications', do: 'pin' })),
  ];
  return {
    from: before.hash,
    to: after.hash,
    steps,
    default: { drafts: 'migrate', applications: 'pin' },
    rules,
  };
}

/** Beside the gravest of an item's findings, which is what counts, the others need a rule, too. */
function isMet(outcome: Outcome, of: 'drafts' | 'applications', report: DryRunReport): boolean {
  if (outcome === 'unaffected') return report[of].unaffected > 0;
  return report.causes.some(
    ({ finding, items, drafts }) =>
      finding.outcome === outcome && (of === 'drafts' ? drafts > 0 : items > drafts),
  );
}
