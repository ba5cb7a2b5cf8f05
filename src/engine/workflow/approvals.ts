import type { Facts } from '../expression/index.js';
import type { IsoInstant, Procedure } from '../procedure/procedure.js';
import type { Authority } from './authority.js';
import { refusal } from './refusal.js';
import type { ApplicationFacts } from './workflow-facts.js';
import { workflowFacts } from './workflow-facts.js';
import { stageOf } from './workflow-state.js';
import type { ApprovalStep, Approvers, Stage } from './workflow.js';
import type { Refusal, WorkflowState } from './review-state.js';

/** A step of the decision with its place in the file. */
export interface StepAt {
  readonly index: number;
  readonly step: ApprovalStep;
}

/** The steps that are needed of this application, in the order of the file. */
export function neededSteps({ steps }: Approvers, facts: Facts): readonly StepAt[] {
  return steps
    .map((step, index) => ({ step, index }))
    .filter(({ step }) => step.when === null || step.when.evaluate(facts) === true);
}

/** The steps whose turn it is: the next one when they come one after the other, else all that have not said yes. */
export function stepsInTurn(
  approvers: Approvers,
  state: Pick<WorkflowState, 'approvals'>,
  facts: Facts,
): readonly StepAt[] {
  const said = new Set(state.approvals.map((approval) => approval.step));
  const needed = neededSteps(approvers, facts);
  const open = needed.filter(({ index }) => !said.has(index));
  if (approvers.order === 'serial') return open.slice(0, 1);
  const enough = Math.min(approvers.needed, needed.length);
  return needed.length - open.length >= enough ? [] : open;
}

/**
 * Why this yes is not to be said now, or the step it is for.
 *
 * @param actorId who would say it
 */
export function stepToApprove(
  approvers: Approvers,
  state: Pick<WorkflowState, 'approvals'>,
  facts: Facts,
  actorId: string,
  { role, onBehalfOf }: Authority,
): number | Refusal {
  const twice = refuseSecondYes(state, actorId, { onBehalfOf });
  if (twice) return twice;
  const turns = stepsInTurn(approvers, state, facts);
  const mine = turns.find(({ step }) => step.role === role);
  if (mine) return mine.index;
  return refusal('not-your-turn', { turn: turns.map(({ step }) => step.title).join('・') });
}

/** Nobody says yes twice, in their own name or another's. */
export function refuseSecondYes(
  { approvals }: Pick<WorkflowState, 'approvals'>,
  actorId: string,
  { onBehalfOf }: Pick<Authority, 'onBehalfOf'>,
): Refusal | null {
  const heard = new Set(approvals.flatMap((yes) => [yes.by, yes.onBehalfOf]));
  const again = heard.has(actorId) || (onBehalfOf !== null && heard.has(onBehalfOf));
  return again ? refusal('approved-already') : null;
}

/**
 * The roles whose turn it is, each once: where an application waits for staff. Empty while it waits for the applicant
 * and at an end.
 */
export function awaitedRoles(
  procedure: Procedure,
  state: WorkflowState,
  application: ApplicationFacts,
  now: IsoInstant,
): readonly string[] {
  const stage = stageOf(procedure, state.stage);
  if (!stage.approvers) return stage.role === null ? [] : [stage.role];
  const facts = workflowFacts(procedure, state, application, now);
  return [...new Set(stepsInTurn(stage.approvers, state, facts).map(({ step }) => step.role))];
}

/** Every role that has a part in the stage: its own and its approvers'. */
export function rolesOfStage({ role, approvers }: Pick<Stage, 'role' | 'approvers'>): readonly string[] {
  const steps = approvers?.steps.map((step) => step.role) ?? [];
  return [...new Set([...(role === null ? [] : [role]), ...steps])];
}
