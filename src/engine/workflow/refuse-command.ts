import type { Facts } from '../expression/index.js';
import type { Form } from '../procedure/procedure.js';
import { isObject } from './object-reader.js';
import { faultInStaffFields } from './staff-fields.js';
import type { Action, Actor, Command, CorrectionTarget, Refusal, Stage, WorkflowState } from './workflow.js';

export function refusal(code: Refusal['code'], params: Refusal['params'] = {}): Refusal {
  return { ok: false, code, params };
}

/** May this actor see the action at all? Staff need one of its roles; the applicant's own are the applicant's alone. */
export function mayTake(action: Action, actor: Actor): boolean {
  if (action.by === 'applicant') return actor.kind === 'applicant';
  return actor.kind === 'staff' && action.roles.some((role) => actor.roles.includes(role));
}

/** Why the actor, who may take the action, may not take it now; null when they may. A hold binds staff, never the applicant. */
export function refuseNow(
  stages: ReadonlyMap<string, Stage>,
  action: Action,
  state: WorkflowState,
  actor: Actor,
): Refusal | null {
  if (state.hold && actor.kind === 'staff') {
    return refusal('on-hold', { owner: state.hold.ownerId, reviewOn: state.hold.reviewOn });
  }
  return refuseFourEyes(stages, action, state.actors, actor.id);
}

/** Four-eyes alone: whoever acted in a stage that the action names may not take it. */
export function refuseFourEyes(
  stages: ReadonlyMap<string, Stage>,
  action: Action,
  actors: WorkflowState['actors'],
  actorId: string,
): Refusal | null {
  const acted = action.notActorOf.find((stage) => actors[stage]?.includes(actorId));
  return acted === undefined
    ? null
    : refusal('four-eyes', { stage: acted, title: stages.get(acted)?.title ?? acted });
}

/** What the command lacks of what the action requires; null when it is complete. */
export function refuseIncomplete(form: Form, action: Action, command: Command, facts: Facts): Refusal | null {
  const { requires } = action;
  if (requires.reason && lengthOf(command.reason) === 0) return refusal('reason-required');
  const length = lengthOf(command.publicReason);
  if (requires.publicReason && length < requires.publicReasonMinLength) {
    return refusal('public-reason-required', { minLength: requires.publicReasonMinLength, length });
  }
  const targets = command.targets ?? [];
  if (requires.targets) {
    const refused = targets.length === 0 ? refusal('targets-required') : refuseTargets(form, targets, facts);
    if (refused) return refused;
  }
  const fault = faultInStaffFields(requires.fields, command.fields ?? {});
  return fault ? refusal('fields-invalid', { field: fault.field, rule: fault.rule }) : null;
}

/** People's count: one for each character, an astral one included; the space around does not count. */
function lengthOf(text: string | undefined): number {
  return [...(text ?? '').trim()].length;
}

function refuseTargets(form: Form, targets: readonly CorrectionTarget[], facts: Facts): Refusal | null {
  for (const { path, comment } of targets) {
    const field = form.fields.get(fieldPathOf(path));
    if (!field || field.compute || !rowsExist(path, facts)) return refusal('target-unknown', { path });
    if (lengthOf(comment) === 0) return refusal('targets-required', { path });
  }
  return null;
}

function stepsOf(path: string): readonly string[] {
  return path.startsWith('/') ? path.slice(1).split('/') : [];
}

/** `/sales/rows/0/amount` → `sales.rows[].amount`, the way a field is named. */
export function fieldPathOf(path: string): string {
  return stepsOf(path)
    .map((step) => (/^\d+$/.test(step) ? '[]' : `.${step}`))
    .join('')
    .slice(1);
}

function rowsExist(path: string, facts: Facts): boolean {
  let at: unknown = facts;
  for (const step of stepsOf(path)) {
    if (/^\d+$/.test(step)) {
      if (!Array.isArray(at) || Number(step) >= at.length) return false;
      at = at[Number(step)];
    } else {
      at = isObject(at) && Object.hasOwn(at, step) ? at[step] : undefined;
    }
  }
  return true;
}
