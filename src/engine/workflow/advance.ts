import { stablePointer } from '../answers/resolve-pointer.js';
import type { Facts } from '../expression/index.js';
import type { IsoInstant, Procedure } from '../procedure/procedure.js';
import { stepsInTurn } from './approvals.js';
import { mayTake } from './authority.js';
import { move } from './move.js';
import { refusal } from './refusal.js';
import type { Taking } from './refuse-command.js';
import { isRefusal, refuseIncomplete, refuseWithoutOpinions, takingOf } from './refuse-command.js';
import { routeFor } from './route-for.js';
import { runThroughChecks } from './run-checks.js';
import type { ApplicationFacts } from './workflow-facts.js';
import { workflowFacts } from './workflow-facts.js';
import { completeState, dueOn, historyLine, stageOf } from './workflow-state.js';
import type { Action, Stage } from './workflow.js';
import type { Actor, Advance, Command, Refusal, WorkflowState } from './review-state.js';

const SYSTEM: Actor = { kind: 'system', id: 'system', roles: [] };

/**
 * The arrival (到達): the state of a new application after its automatic checks, with the effects of the arrival.
 *
 * @param actor who submitted; the history names them
 * @throws EvaluationError when an expression of the procedure cannot be answered: a surprise, never a silent "no"
 */
export function startWorkflow(
  procedure: Procedure,
  application: ApplicationFacts,
  now: IsoInstant,
  { kind, id }: Actor = SYSTEM,
): Advance {
  const { start, onArrival } = procedure.workflow;
  const arrived = completeState({
    stage: start,
    enteredAt: now,
    dueOn: dueOn(stageOf(procedure, start), now),
  });
  const { state, history } = runThroughChecks(procedure, arrived, application, now);
  const arrival = historyLine({ at: now, type: 'arrived', from: null, to: start, actor: { kind, id } });
  return { ok: true, state, effects: onArrival, history: [arrival, ...history] };
}

/**
 * Takes one action. Pure: what follows (messages, notices) is returned as data and carried out by the caller.
 *
 * For a resubmission `application` holds the corrected answers; automatic checks that ran before are asked again. Of an
 * action that needs several approvers, every yes but the last leaves the application where it is.
 *
 * @throws EvaluationError as `startWorkflow`
 */
export function advance(
  procedure: Procedure,
  state: WorkflowState,
  command: Command,
  application: ApplicationFacts,
  now: IsoInstant,
): Advance | Refusal {
  const { workflow } = procedure;
  const stage = stageOf(procedure, state.stage);
  if (stage.kind === 'final') return refusal('already-final', { stage: stage.name, title: stage.title });
  const action = stage.actions.get(command.action);
  if (!action) return refusal('action-not-available', { action: command.action });
  if (!mayTake(workflow.roles, action, command.actor))
    return refusal('role-missing', { action: action.name });
  const factsOf = (known: WorkflowState): Facts => workflowFacts(procedure, known, application, now);
  const facts = factsOf(state);
  if (action.when && action.when.evaluate(facts) !== true) {
    return refusal('action-not-available', { action: action.name });
  }
  const taking = takingOf(workflow, stage, action, state, command.actor, facts);
  if (isRefusal(taking)) return taking;
  const waiting = refuseWithoutOpinions(action, application);
  if (waiting) return waiting;
  const given = withEarlierYes(action, state, command);
  const incomplete = refuseIncomplete(procedure.form, action, given, application.answers);
  if (incomplete) return incomplete;

  const acted = record(state, stage, action, given, taking, now);
  const said = {
    at: now,
    from: stage.name,
    action: action.name,
    actor: { kind: command.actor.kind, id: command.actor.id },
    ...taking.authority,
    reason: acted.reason,
    publicReason: acted.publicReason,
  };
  const after = factsOf(acted);
  if (action.approves && stage.approvers && stepsInTurn(stage.approvers, acted, after).length > 0) {
    const yes = historyLine({ ...said, type: 'approved', to: stage.name });
    return { ok: true, state: acted, effects: [], history: [yes] };
  }
  const settled = { ...acted, extendedDays: acted.extendedDays + (action.extends ?? 0) };
  const request = {
    // A row is kept by its id: rows before it may come and go until the answer is there.
    targets: (given.targets ?? []).map(({ path, comment }) => ({
      path: stablePointer(application.answers, path),
      comment,
    })),
    note: given.publicReason ?? '',
  };
  const lead = routeFor(action.routes, after);
  const moved = move(procedure, settled, lead, request, application, now);
  const entry = historyLine({ ...said, type: 'action', to: moved.target.name });
  return { ok: true, state: moved.state, effects: action.effects, history: [entry, ...moved.history] };
}

/** What the yes before was given with stands, for what the next approver does not give anew. */
function withEarlierYes(action: Action, state: WorkflowState, command: Command): Command {
  if (!action.approves || state.approvals.length === 0) return command;
  const fields = Object.keys(command.fields ?? {}).length > 0 ? command.fields : state.staff[action.name];
  const [reason, publicReason] = [command.reason || state.reason, command.publicReason || state.publicReason];
  return {
    ...command,
    ...(fields ? { fields } : {}),
    ...(reason ? { reason } : {}),
    ...(publicReason ? { publicReason } : {}),
  };
}

function record(
  state: WorkflowState,
  stage: Stage,
  action: Action,
  { actor, ...given }: Command,
  { authority, step }: Taking,
  now: IsoInstant,
): WorkflowState {
  const before = state.actors[stage.name] ?? [];
  const known = actor.kind !== 'staff' || before.includes(actor.id);
  const yes =
    step === null ? [] : [{ step, by: actor.id, onBehalfOf: authority?.onBehalfOf ?? null, at: now }];
  return {
    ...state,
    actors: known ? state.actors : { ...state.actors, [stage.name]: [...before, actor.id] },
    staff: action.requires.fields ? { ...state.staff, [action.name]: given.fields ?? {} } : state.staff,
    reason: given.reason ?? null,
    publicReason: given.publicReason ?? null,
    approvals: action.approves ? [...state.approvals, ...yes] : [],
  };
}
