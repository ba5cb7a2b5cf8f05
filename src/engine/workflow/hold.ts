import type { IsoInstant, Procedure } from '../procedure/procedure.js';
import { stageOf } from './advance.js';
import { refusal } from './refuse-command.js';
import { isCivilDate } from '../japanese/date-range.js';
import type { Actor, Advance, HistoryEntry, Hold, Refusal, WorkflowState } from './workflow.js';

/**
 * Puts an application on hold. A hold has a reason, an owner and the day on which the owner looks again, so that
 * nothing rests unseen; it does not stop the clock.
 */
export function holdApplication(
  procedure: Procedure,
  state: WorkflowState,
  hold: Hold,
  actor: Actor,
  now: IsoInstant,
): Advance | Refusal {
  const refused = refuseHolding(procedure, state, actor);
  if (refused) return refused;
  if (state.hold) return refusal('on-hold', { owner: state.hold.ownerId, reviewOn: state.hold.reviewOn });
  if (hold.reason.trim() === '') return refusal('reason-required');
  if (hold.ownerId === '') return refusal('fields-invalid', { field: 'ownerId', rule: 'required' });
  if (!isCivilDate(hold.reviewOn)) return refusal('fields-invalid', { field: 'reviewOn', rule: 'date' });
  return done({ ...state, hold }, 'held', actor, hold.reason, now);
}

export function releaseHold(
  procedure: Procedure,
  state: WorkflowState,
  actor: Actor,
  now: IsoInstant,
): Advance | Refusal {
  const refused = refuseHolding(procedure, state, actor);
  if (refused) return refused;
  if (!state.hold) return refusal('action-not-available', { action: 'release' });
  return done({ ...state, hold: null }, 'released', actor, null, now);
}

/** Only what staff own can rest with staff; while the applicant corrects there is nothing to hold. */
function refuseHolding(procedure: Procedure, state: WorkflowState, actor: Actor): Refusal | null {
  const stage = stageOf(procedure, state.stage);
  if (stage.kind === 'final') return refusal('already-final', { stage: stage.name, title: stage.title });
  if (stage.role === null) return refusal('action-not-available', { action: 'hold' });
  const mayHold = actor.kind === 'staff' && actor.roles.includes(stage.role);
  return mayHold ? null : refusal('role-missing', { action: 'hold' });
}

function done(
  state: WorkflowState,
  type: HistoryEntry['type'],
  actor: Actor,
  reason: string | null,
  at: IsoInstant,
): Advance {
  const entry: HistoryEntry = {
    at,
    type,
    from: state.stage,
    to: state.stage,
    action: null,
    actor: { kind: actor.kind, id: actor.id },
    reason,
    publicReason: null,
  };
  return { ok: true, state, effects: [], history: [entry] };
}
