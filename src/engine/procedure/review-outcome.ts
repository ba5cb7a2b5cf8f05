import { awaitedRoles } from '../workflow/approvals.js';
import { processingClock } from '../workflow/processing-clock.js';
import { nextTimer } from '../workflow/timers.js';
import type { ApplicationFacts } from '../workflow/workflow-facts.js';
import { stageOf } from '../workflow/workflow-state.js';
import type { Stage } from '../workflow/workflow.js';
import type { Approval, HistoryEntry, WorkflowState } from '../workflow/review-state.js';
import { civilDateInJapan } from '../japanese/civil-date.js';
import type { IsoInstant, Procedure } from './procedure.js';

/** What an example may expect of the review beside the stage. */
export const REVIEW_KEYS = ['team', 'awaits', 'approvals', 'nextTimer', 'clock'] as const;
export type ReviewKey = (typeof REVIEW_KEYS)[number];

/** Where the review stands, as an example writes it. */
export function reviewOutcome(
  procedure: Procedure,
  state: WorkflowState,
  history: readonly HistoryEntry[],
  application: ApplicationFacts,
  now: IsoInstant,
): Readonly<Record<ReviewKey, unknown>> {
  const next = nextTimer(procedure, state, application);
  return {
    team: state.team,
    awaits: awaitedRoles(procedure, state, application, now),
    approvals: state.approvals.map((yes) => inWords(stageOf(procedure, state.stage), yes)),
    nextTimer: next && `${next.timer} ${civilDateInJapan(next.at)}`,
    clock: processingClock(procedure, history, state, now),
  };
}

/** `manager: suzuki`, or `manager: suzuki for tanaka`. */
function inWords({ approvers }: Stage, { step, by, onBehalfOf }: Approval): string {
  const role = approvers?.steps[step]?.role ?? '';
  return `${role}: ${by}${onBehalfOf === null ? '' : ` for ${onBehalfOf}`}`;
}
