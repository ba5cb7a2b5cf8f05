import type { IsoInstant, Procedure } from '../procedure/procedure.js';
import { isCivilDate } from '../japanese/date-range.js';
import { rolesOfStage } from './approvals.js';
import type { Authority } from './authority.js';
import { authoritiesFor } from './authority.js';
import { refusal } from './refusal.js';
import { historyLine, stageOf } from './workflow-state.js';
import type { Actor, Advance, HistoryEntry, Hold, Refusal, WorkflowState } from './review-state.js';

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
  const authority = mayHold(procedure, state, actor);
  if ('ok' in authority) return authority;
  if (state.hold) return refusal('on-hold', { owner: state.hold.ownerId, reviewOn: state.hold.reviewOn });
  if (hold.reason.trim() === '') return refusal('reason-required');
  if (hold.ownerId === '') return refusal('fields-invalid', { field: 'ownerId', rule: 'required' });
  if (!isCivilDate(hold.reviewOn)) return refusal('fields-invalid', { field: 'reviewOn', rule: 'date' });
  return done({ ...state, hold }, 'held', actor, authority, hold.reason, now);
}

export function releaseHold(
  procedure: Procedure,
  state: WorkflowState,
  actor: Actor,
  now: IsoInstant,
): Advance | Refusal {
  const authority = mayHold(procedure, state, actor);
  if ('ok' in authority) return authority;
  if (!state.hold) return refusal('action-not-available', { action: 'release' });
  return done({ ...state, hold: null }, 'released', actor, authority, null, now);
}

/**
 * Takes an application up again without anybody's doing: whoever put it aside can no longer look again.
 * @param reason for officials, in the history
 */
export function liftHold(state: WorkflowState, reason: string, now: IsoInstant): Advance | Refusal {
  if (!state.hold) return refusal('action-not-available', { action: 'release' });
  const { stage } = state;
  const line = historyLine({ at: now, type: 'released', from: stage, to: stage, reason });
  return { ok: true, state: { ...state, hold: null }, effects: [], history: [line] };
}

/** Only what staff own can rest with staff; while the applicant corrects there is nothing to hold. */
function mayHold(procedure: Procedure, state: WorkflowState, actor: Actor): Authority | Refusal {
  const stage = stageOf(procedure, state.stage);
  if (stage.kind === 'final') return refusal('already-final', { stage: stage.name, title: stage.title });
  if (stage.role === null) return refusal('action-not-available', { action: 'hold' });
  const [authority] = authoritiesFor(procedure.workflow.roles, rolesOfStage(stage), actor);
  return authority ?? refusal('role-missing', { action: 'hold' });
}

function done(
  state: WorkflowState,
  type: HistoryEntry['type'],
  { kind, id }: Actor,
  authority: Authority,
  reason: string | null,
  at: IsoInstant,
): Advance {
  const { stage } = state;
  const line = historyLine({ at, type, from: stage, to: stage, actor: { kind, id }, ...authority, reason });
  return { ok: true, state, effects: [], history: [line] };
}
