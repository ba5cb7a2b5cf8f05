import type { Answers } from '../answers/answers.js';
import type { Facts } from '../expression/index.js';
import { civilDateInJapan } from '../japanese/civil-date.js';
import type { IsoDate, IsoInstant, Procedure } from '../procedure/procedure.js';
import { answersInForce, overrideFacts } from './answers-in-force.js';
import type { WorkflowState } from './review-state.js';

/** What the review knows of an application beside its own state. */
export interface ApplicationFacts {
  /** As stored: pruned to what is asked, computed values set. */
  readonly answers: Answers;
  readonly number: string;
  /** Civil date in Japan. */
  readonly submittedOn: IsoDate;
  /** Warnings that stood at submission. */
  readonly warnings: number;
  /** Opinions asked of other offices that are neither answered nor withdrawn; left out, none. */
  readonly opinionsOut?: number;
}

/** Facts for the expressions of workflow.json; `today` is the day of the action; checks put the day of submission in its place. */
export function workflowFacts(
  procedure: Procedure,
  state: Pick<WorkflowState, 'enteredAt' | 'checks' | 'staff' | 'correctionCount' | 'team' | 'overrides'>,
  application: ApplicationFacts,
  now: IsoInstant,
): Facts {
  const failed = state.checks.filter((check) => !check.passed).length;
  return {
    ...answersInForce(procedure, state, application),
    today: civilDateInJapan(now),
    tables: procedure.form.tables,
    application: {
      number: application.number,
      submitted_on: application.submittedOn,
      entered_on: civilDateInJapan(state.enteredAt),
      team: state.team,
    },
    checks: { all_passed: failed === 0, failed_count: failed },
    staff: state.staff,
    corrections: state.correctionCount,
    warnings: application.warnings,
    overridden: overrideFacts(procedure, state),
  };
}
