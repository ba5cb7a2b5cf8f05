import { toJson } from '../expression/index.js';
import { civilDateInJapan } from '../japanese/civil-date.js';
import { isCivilDate } from '../japanese/date-range.js';
import { isInWorkingCalendar } from '../japanese/working-days.js';
import type { IsoDate, IsoInstant, Procedure } from '../procedure/procedure.js';
import { addCounted } from './day-count.js';
import { move } from './move.js';
import { refusal } from './refusal.js';
import { routeFor } from './route-for.js';
import type { ApplicationFacts } from './workflow-facts.js';
import { workflowFacts } from './workflow-facts.js';
import { historyLine, stageOf } from './workflow-state.js';
import type { Timer } from './workflow.js';
import type { Advance, Refusal, WorkflowState } from './review-state.js';

/** A timer and the midnight in Japan at which it fires. */
export interface TimerDue {
  readonly timer: string;
  readonly at: IsoInstant;
}

/**
 * The next timer of the stage as things stand: to be asked again after every step, for answers and fields may move it.
 * One whose time has passed, while nobody looked or because it lay before the stay, is due at once.
 *
 * @throws EvaluationError when an expression of the procedure cannot be answered
 */
export function nextTimer(
  procedure: Procedure,
  state: WorkflowState,
  application: ApplicationFacts,
): TimerDue | null {
  const waiting = [...stageOf(procedure, state.stage).timers.values()].flatMap((timer): TimerDue[] => {
    if (state.timersFired.includes(timer.name)) return [];
    const day = dayOf(procedure, timer, state, application);
    if (day === null) return [];
    const at = `${day}T00:00:00+09:00`;
    const fires =
      timer.when === null || timer.when.evaluate(workflowFacts(procedure, state, application, at)) === true;
    return fires ? [{ timer: timer.name, at }] : [];
  });
  return waiting.reduce<TimerDue | null>(
    (first, one) => (first === null || one.at < first.at ? one : first),
    null,
  );
}

/**
 * Fires a timer whose time has come. Fired again it is refused, so a clock that calls twice does no harm. Where several
 * are due, the one that `nextTimer` names comes first.
 *
 * @throws EvaluationError as `nextTimer`
 */
export function fireTimer(
  procedure: Procedure,
  state: WorkflowState,
  name: string,
  application: ApplicationFacts,
  now: IsoInstant,
): Advance | Refusal {
  const stage = stageOf(procedure, state.stage);
  const timer = stage.timers.get(name);
  if (!timer) return refusal('timer-unknown', { timer: name });
  const next = nextTimer(procedure, state, application);
  if (next?.timer !== name || Date.parse(next.at) > Date.parse(now)) {
    return refusal('timer-not-due', next ? { timer: name, next: next.timer, at: next.at } : { timer: name });
  }
  const fired = { ...state, timersFired: [...state.timersFired, name] };
  const said = { at: now, type: 'timer' as const, from: stage.name, action: name };
  if (timer.routes.length === 0) {
    const stayed = historyLine({ ...said, to: stage.name });
    return { ok: true, state: fired, effects: timer.effects, history: [stayed] };
  }
  const { reason, publicReason } = timer;
  const moving = { ...fired, reason, publicReason };
  const lead = routeFor(timer.routes, workflowFacts(procedure, moving, application, now));
  const moved = move(procedure, moving, lead, { targets: [], note: '' }, application, now);
  const left = historyLine({ ...said, to: moved.target.name, reason, publicReason });
  return { ok: true, state: moved.state, effects: timer.effects, history: [left, ...moved.history] };
}

/** The day a timer fires; null when there is none, or none that the calendar knows. */
function dayOf(
  procedure: Procedure,
  { on }: Timer,
  state: WorkflowState,
  application: ApplicationFacts,
): IsoDate | null {
  if ('date' in on) {
    const day = toJson(on.date.evaluate(workflowFacts(procedure, state, application, state.enteredAt)));
    return typeof day === 'string' && isCivilDate(day) && isInWorkingCalendar(day) ? day : null;
  }
  const from = {
    entered: civilDateInJapan(state.enteredAt),
    due: state.dueOn,
    arrived: application.submittedOn,
  }[on.from];
  return from === null ? null : addCounted(from, on.count, on.days);
}
