import type { IsoInstant, Procedure } from '../procedure/procedure.js';
import { routeFor } from './route-for.js';
import type { ApplicationFacts } from './workflow-facts.js';
import { workflowFacts } from './workflow-facts.js';
import { enterStage, historyLine } from './workflow-state.js';
import type { Stage } from './workflow.js';
import type { CheckResult, HistoryEntry, WorkflowState } from './review-state.js';

/**
 * Runs the checks of one stage. A check that is null asks about something unanswered and is not a failure.
 * Results of other stages stay; results of these checks are replaced.
 *
 * Checks judge what was submitted, so their `today` is the day of submission, however late they run again.
 */
export function runChecks(
  procedure: Procedure,
  state: WorkflowState,
  stage: Stage,
  application: ApplicationFacts,
  now: IsoInstant,
): WorkflowState {
  const facts = { ...workflowFacts(procedure, state, application, now), today: application.submittedOn };
  const results = stage.checks.map(({ id, title, expression, message, criterion }): CheckResult => {
    return { id, title, passed: expression.evaluate(facts) !== false, message, criterion };
  });
  const ids = new Set(stage.checks.map((check) => check.id));
  return { ...state, checks: [...state.checks.filter((check) => !ids.has(check.id)), ...results] };
}

/** From a stage that may be automatic to the first that is not. The compiler refused cycles, so this ends. */
export function runThroughChecks(
  procedure: Procedure,
  state: WorkflowState,
  application: ApplicationFacts,
  now: IsoInstant,
): { readonly state: WorkflowState; readonly history: readonly HistoryEntry[] } {
  const { stages } = procedure.workflow;
  const history: HistoryEntry[] = [];
  let current = state;
  for (;;) {
    const stage = stages.get(current.stage);
    if (stage?.kind !== 'check') return { state: current, history };
    const checked = runChecks(procedure, current, stage, application, now);
    const lead = routeFor(stage.routes, workflowFacts(procedure, checked, application, now));
    const next = stages.get(lead.to);
    if (!next) throw new RangeError(`Stage ${stage.name} leads to a stage that does not exist`);
    history.push(historyLine({ at: now, type: 'checked', from: stage.name, to: next.name }));
    current = enterStage({ ...checked, team: lead.team ?? checked.team }, next, now);
  }
}

/** What was checked of the first answers must hold of the corrected ones too. */
export function askChecksAgain(
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
