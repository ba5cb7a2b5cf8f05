import { civilDateInJapan } from '../japanese/civil-date.js';
import { addWorkingDays } from '../japanese/working-days.js';
import type { IsoDate, IsoInstant, Procedure } from '../procedure/procedure.js';
import { mayTake, refusal, refuseIncomplete, refuseNow } from './refuse-command.js';
import { runChecks, runThroughChecks } from './run-checks.js';
import { routeFor } from './route-for.js';
import type { ApplicationFacts } from './workflow-facts.js';
import { workflowFacts } from './workflow-facts.js';
import type {
  Action,
  Actor,
  Advance,
  Command,
  Correction,
  Refusal,
  Stage,
  WorkflowState,
} from './workflow.js';

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
  actor: Actor = SYSTEM,
): Advance {
  const { workflow } = procedure;
  const arrived: WorkflowState = {
    stage: workflow.start,
    enteredAt: now,
    dueOn: dueOn(stageOf(procedure, workflow.start), now),
    hold: null,
    correction: null,
    actors: {},
    staff: {},
    checks: [],
    correctionCount: 0,
    reason: null,
    publicReason: null,
  };
  const { state, history } = runThroughChecks(procedure, arrived, application, now, enter);
  const arrival = {
    at: now,
    type: 'arrived' as const,
    from: null,
    to: workflow.start,
    action: null,
    actor: { kind: actor.kind, id: actor.id },
    reason: null,
    publicReason: null,
  };
  return { ok: true, state, effects: workflow.onArrival, history: [arrival, ...history] };
}

/**
 * Takes one action. Pure: what follows (messages, notices) is returned as data and carried out by the caller.
 *
 * For a resubmission `application` holds the corrected answers; automatic checks that ran before are asked again.
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
  const { stages } = procedure.workflow;
  const stage = stageOf(procedure, state.stage);
  if (stage.kind === 'final') return refusal('already-final', { stage: stage.name, title: stage.title });
  const action = stage.actions.get(command.action);
  if (!action) return refusal('action-not-available', { action: command.action });
  if (!mayTake(action, command.actor)) return refusal('role-missing', { action: action.name });
  const facts = workflowFacts(procedure, state, application, now);
  if (action.when && action.when.evaluate(facts) !== true) {
    return refusal('action-not-available', { action: action.name });
  }
  const refused =
    refuseNow(stages, action, state, command.actor) ??
    refuseIncomplete(procedure.form, action, command, facts);
  if (refused) return refused;

  const acted = record(state, stage, action, command);
  const to = routeFor(action.routes, workflowFacts(procedure, acted, application, now));
  const target = stageOf(
    procedure,
    to === '@origin' ? (state.correction?.origin ?? procedure.workflow.start) : to,
  );
  const checked = to === '@origin' ? askChecksAgain(procedure, acted, application, now) : acted;
  const moved = move(checked, stage, target, command, now);
  const { state: next, history } = runThroughChecks(procedure, moved, application, now, enter);
  const entry = {
    at: now,
    type: 'action' as const,
    from: stage.name,
    to: target.name,
    action: action.name,
    actor: { kind: command.actor.kind, id: command.actor.id },
    reason: acted.reason,
    publicReason: acted.publicReason,
  };
  return { ok: true, state: next, effects: action.effects, history: [entry, ...history] };
}

/** A compiled workflow only names stages it has; a state of another procedure is a programming error. */
export function stageOf(procedure: Procedure, name: string): Stage {
  const stage = procedure.workflow.stages.get(name);
  if (!stage) throw new RangeError(`Procedure ${procedure.info.id} has no stage ${name}`);
  return stage;
}

function record(
  state: WorkflowState,
  stage: Stage,
  action: Action,
  { actor, ...given }: Command,
): WorkflowState {
  const before = state.actors[stage.name] ?? [];
  const known = actor.kind !== 'staff' || before.includes(actor.id);
  return {
    ...state,
    actors: known ? state.actors : { ...state.actors, [stage.name]: [...before, actor.id] },
    staff: action.requires.fields ? { ...state.staff, [action.name]: given.fields ?? {} } : state.staff,
    reason: given.reason ?? null,
    publicReason: given.publicReason ?? null,
  };
}

function move(
  state: WorkflowState,
  from: Stage,
  to: Stage,
  command: Command,
  now: IsoInstant,
): WorkflowState {
  const entered = to === from ? state : enter(state, to, now);
  if (to.kind !== 'correction') return { ...entered, correction: null };
  const due = dueOn(to, now);
  if (due === null) throw new RangeError(`Correction stage ${to.name} has no dueWorkingDays`);
  if (to === from && state.correction) {
    return { ...entered, dueOn: due, correction: { ...state.correction, dueOn: due } };
  }
  const correction: Correction = {
    targets: command.targets ?? [],
    note: command.publicReason ?? '',
    dueOn: due,
    requestedAt: now,
    origin: from.name,
  };
  return { ...entered, correction, correctionCount: state.correctionCount + 1 };
}

/** A stage begins: its own time runs, and what was on hold is not any more. */
function enter(state: WorkflowState, stage: Stage, now: IsoInstant): WorkflowState {
  return { ...state, stage: stage.name, enteredAt: now, dueOn: dueOn(stage, now), hold: null };
}

function dueOn(stage: Stage, now: IsoInstant): IsoDate | null {
  return stage.dueWorkingDays === null ? null : addWorkingDays(civilDateInJapan(now), stage.dueWorkingDays);
}

/** What was checked of the first answers must hold of the corrected ones too. */
function askChecksAgain(
  procedure: Procedure,
  state: WorkflowState,
  application: ApplicationFacts,
  now: IsoInstant,
): WorkflowState {
  const known = new Set(state.checks.map((check) => check.id));
  const ran = [...procedure.workflow.stages.values()].filter((stage) =>
    stage.checks.some((check) => known.has(check.id)),
  );
  return ran.reduce((current, stage) => runChecks(procedure, current, stage, application, now), state);
}
