import type { Answers } from '../answers/answers.js';
import { resolvePointer } from '../answers/resolve-pointer.js';
import type { Facts } from '../expression/index.js';
import type { Form } from '../procedure/procedure.js';
import { stepToApprove } from './approvals.js';
import type { Authority } from './authority.js';
import { authoritiesFor } from './authority.js';
import { refuseOwnOverride } from './refuse-own-override.js';
import { refusal } from './refusal.js';
import { faultInStaffFields } from './staff-fields.js';
import type { ApplicationFacts } from './workflow-facts.js';
import type { Action, Stage, Workflow } from './workflow.js';
import type { Actor, Command, CorrectionTarget, Refusal, WorkflowState } from './review-state.js';

/** By what right an action is taken, and for which step of a decision; null for the applicant's own. */
export interface Taking {
  readonly authority: Authority | null;
  readonly step: number | null;
}

/**
 * Why the actor, who may take the action, may not take it now, or by what right they do: the first of their rights
 * that nothing speaks against. A hold binds staff, never the applicant.
 */
export function takingOf(
  workflow: Workflow,
  stage: Stage,
  action: Action,
  state: WorkflowState,
  actor: Actor,
  facts: Facts,
): Taking | Refusal {
  if (state.hold && actor.kind === 'staff') {
    return refusal('on-hold', { owner: state.hold.ownerId, reviewOn: state.hold.reviewOn });
  }
  const { approvers } = stage;
  const tried = authoritiesFor(workflow.roles, action.roles, actor).map((authority): Taking | Refusal => {
    const fourEyes = refuseFourEyes(workflow.stages, action, state.actors, actor.id, authority);
    if (fourEyes) return fourEyes;
    const own = refuseOwnOverride(workflow.stages, state, action.name, peopleOf(actor.id, authority));
    if (own) return own;
    if (!action.approves || !approvers) return { authority, step: null };
    const step = stepToApprove(approvers, state, facts, actor.id, authority);
    return typeof step === 'number' ? { authority, step } : step;
  });
  return tried.find((one) => !isRefusal(one)) ?? tried[0] ?? { authority: null, step: null };
}

/** Staff wait for other offices where the action says so; what the applicant does waits for nobody. */
export function refuseWithoutOpinions(
  { requires, by }: Action,
  { opinionsOut = 0 }: Pick<ApplicationFacts, 'opinionsOut'>,
): Refusal | null {
  const waits = requires.opinions && by === 'staff' && opinionsOut > 0;
  return waits ? refusal('opinions-out', { count: opinionsOut }) : null;
}

/** Who acts, and in whose place: four-eyes looks at both. */
export function peopleOf(actorId: string, { onBehalfOf }: Authority): readonly string[] {
  return onBehalfOf === null ? [actorId] : [actorId, onBehalfOf];
}

export function isRefusal(result: Taking | Refusal): result is Refusal {
  return 'ok' in result;
}

/**
 * Four-eyes alone: whoever acted in a stage that the action names may not take it, and nobody may take it in their
 * place.
 */
export function refuseFourEyes(
  stages: ReadonlyMap<string, Stage>,
  action: Action,
  actors: WorkflowState['actors'],
  actorId: string,
  authority: Authority,
): Refusal | null {
  const people = peopleOf(actorId, authority);
  const acted = action.notActorOf.find((stage) => people.some((id) => actors[stage]?.includes(id)));
  return acted === undefined
    ? null
    : refusal('four-eyes', { stage: acted, title: stages.get(acted)?.title ?? acted });
}

/** What the command lacks of what the action requires; null when it is complete. */
export function refuseIncomplete(
  form: Form,
  action: Action,
  command: Command,
  answers: Answers,
): Refusal | null {
  const { requires } = action;
  if (requires.reason && lengthOf(command.reason) === 0) return refusal('reason-required');
  const length = lengthOf(command.publicReason);
  if (requires.publicReason && length < requires.publicReasonMinLength) {
    return refusal('public-reason-required', { minLength: requires.publicReasonMinLength, length });
  }
  const targets = command.targets ?? [];
  if (requires.targets) {
    const refused =
      targets.length === 0 ? refusal('targets-required') : refuseTargets(form, targets, answers);
    if (refused) return refused;
  }
  const fault = faultInStaffFields(requires.fields, command.fields ?? {});
  return fault ? refusal('fields-invalid', { field: fault.field, rule: fault.rule }) : null;
}

/** People's count: one for each character, an astral one included; the space around does not count. */
function lengthOf(text: string | undefined): number {
  return [...(text ?? '').trim()].length;
}

/** A target is a question, a row or a group that the answers have; what is computed is not the applicant's to correct. */
function refuseTargets(form: Form, targets: readonly CorrectionTarget[], answers: Answers): Refusal | null {
  for (const { path, comment } of targets) {
    const found = resolvePointer(form, answers, path);
    if (!found || found.field.compute || found.field.fromApplication)
      return refusal('target-unknown', { path });
    if (lengthOf(comment) === 0) return refusal('targets-required', { path });
  }
  return null;
}
