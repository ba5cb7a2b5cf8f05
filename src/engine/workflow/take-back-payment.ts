import type { IsoInstant, Procedure } from '../procedure/procedure.js';
import { advance } from './advance.js';
import { refusal } from './refusal.js';
import { targetsOf } from './route-for.js';
import type { Advance, Command, Refusal, WorkflowState } from './review-state.js';
import type { ApplicationFacts } from './workflow-facts.js';
import { enterStage, historyLine } from './workflow-state.js';
import type { Payment, Stage } from './workflow.js';

/** Where an application that has ended was paid; null where it did not end by its payment. */
export function paidAt(
  { workflow: { stages } }: Procedure,
  state: WorkflowState,
): { readonly stage: Stage; readonly payment: Payment } | null {
  if (stages.get(state.stage)?.kind !== 'final') return null;
  for (const stage of stages.values()) {
    const { payment } = stage;
    const leads = stage.actions
      .get(payment?.paid.action ?? '')
      ?.routes.some((route) => targetsOf(route).includes(state.stage));
    if (payment && leads && state.staff[payment.paid.action]) return { stage, payment };
  }
  return null;
}

/**
 * 組戻し after the end: the bank returned what was paid. The application stands again where it was paid, and goes on from
 * there as one whose payment failed, with what that action asks for.
 */
export function takeBackPayment(
  procedure: Procedure,
  state: WorkflowState,
  command: Omit<Command, 'action'>,
  application: ApplicationFacts,
  now: IsoInstant,
): Advance | Refusal {
  const paid = paidAt(procedure, state);
  if (!paid) return refusal('action-not-available', { action: 'take-back-payment' });
  const { stage, payment } = paid;
  const action = payment.failed.action;
  const failed = advance(procedure, enterStage(state, stage, now), { ...command, action }, application, now);
  if (!failed.ok) return failed;
  const { actor } = command;
  const returned = historyLine({
    at: now,
    type: 'payment-returned',
    from: state.stage,
    to: stage.name,
    actor: { kind: actor.kind, id: actor.id },
    role: failed.history[0]?.role ?? null,
    onBehalfOf: failed.history[0]?.onBehalfOf ?? null,
  });
  return { ...failed, history: [returned, ...failed.history] };
}
