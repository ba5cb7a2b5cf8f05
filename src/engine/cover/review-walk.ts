import { EvaluationError } from '../expression/index.js';
import type { IsoInstant, Procedure } from '../procedure/procedure.js';
import { advance } from '../workflow/advance.js';
import { routeFor } from '../workflow/route-for.js';
import { fireTimer, nextTimer } from '../workflow/timers.js';
import { type ApplicationFacts, workflowFacts } from '../workflow/workflow-facts.js';
import { stageOf } from '../workflow/workflow-state.js';
import type { Route } from '../workflow/workflow.js';
import type { Advance, Command, WorkflowState } from '../workflow/review-state.js';
import { addTime, HOUR } from './days.js';
import { commandsFor } from './review-commands.js';
import { idOf, routeGoalIds } from './workflow-goals.js';
import type { Arrival } from './world.js';

/** One step of a review that was carried out. */
export interface ReviewStep {
  readonly now: IsoInstant;
  /** Null when the clock took the step. */
  readonly command: Command | null;
  readonly timer: string | null;
  readonly result: Advance;
  /** Ids of the goals it reached. */
  readonly reached: readonly string[];
}

export interface ReviewWalk {
  readonly steps: readonly ReviewStep[];
  readonly reached: ReadonlySet<string>;
}

/** Steps to look ahead for the next goal, and how many ways. */
const FARTHEST = 12;
const MOST_WAYS = 600;
/** Steps of one walk. */
const LONGEST = 16;

/** Walks the review of one application, always to the nearest thing that nobody has shown yet. */
export class ReviewWalker {
  /** A state belongs to one application at one time, so what can follow is found once, however often it is passed. */
  private readonly known = new WeakMap<WorkflowState, readonly ReviewStep[]>();

  constructor(private readonly procedure: Procedure) {}

  /** What the arrival alone shows. */
  reachedOnArrival({ start, application }: Arrival, now: IsoInstant): ReadonlySet<string> {
    return new Set(this.reachedBy(start, null, application, now));
  }

  walk({ start, application }: Arrival, now: IsoInstant, isWanted: (id: string) => boolean): ReviewWalk {
    const steps: ReviewStep[] = [];
    const reached = new Set(this.reachedBy(start, null, application, now));
    let at: Position = { state: start.state, now };
    while (steps.length < LONGEST) {
      const way = this.nearest(at, application, (id) => isWanted(id) && !reached.has(id));
      const last = way.at(-1);
      if (!last) break;
      steps.push(...way);
      for (const step of way) step.reached.forEach((id) => reached.add(id));
      at = { state: last.result.state, now: last.now };
    }
    return { steps, reached };
  }

  /** The shortest way to something wanted, and of two equally short the one that shows more. An end comes last of all. */
  private nearest(
    from: Position,
    application: ApplicationFacts,
    isWanted: (id: string) => boolean,
  ): readonly ReviewStep[] {
    let ways: readonly (readonly ReviewStep[])[] = [[]];
    const seen = new Set([keyOf(from.state)]);
    let count = 0;
    let end: readonly ReviewStep[] = [];
    let endGain = 0;
    for (let depth = 0; depth < FARTHEST && ways.length > 0; depth++) {
      const next: (readonly ReviewStep[])[] = [];
      let best: { readonly way: readonly ReviewStep[]; readonly gain: number } | null = null;
      for (const way of ways) {
        const last = way.at(-1);
        const at = last ? { state: last.result.state, now: last.now } : from;
        for (const step of this.stepsFrom(at, application)) {
          if (++count > MOST_WAYS) return best?.way ?? end;
          const wanted = step.reached.filter(isWanted).length;
          const isEnd = stageOf(this.procedure, step.result.state.stage).kind === 'final';
          if (isEnd && wanted > endGain) [end, endGain] = [[...way, step], wanted];
          if (!isEnd && wanted > (best?.gain ?? 0)) best = { way: [...way, step], gain: wanted };
          const key = keyOf(step.result.state);
          if (isEnd || seen.has(key)) continue;
          seen.add(key);
          next.push([...way, step]);
        }
      }
      if (best) return best.way;
      ways = next;
    }
    return end;
  }

  private stepsFrom(at: Position, application: ApplicationFacts): readonly ReviewStep[] {
    const known = this.known.get(at.state);
    if (known) return known;
    const steps = this.stepsTried(at, application);
    this.known.set(at.state, steps);
    return steps;
  }

  private stepsTried({ state, now }: Position, application: ApplicationFacts): readonly ReviewStep[] {
    const later = addTime(now, HOUR);
    const due = orNull(() => nextTimer(this.procedure, state, application));
    // Nobody acts before the clock has done what is due by then.
    const isFree = !due || Date.parse(due.at) > Date.parse(later);
    const commands = (isFree ? commandsFor(this.procedure, state, application) : []).flatMap(
      (command): ReviewStep[] => {
        const result = orNull(() => advance(this.procedure, state, command, application, later));
        if (!result?.ok) return [];
        const reached = this.reachedBy(result, { state, command, timer: null }, application, later);
        return [{ now: later, command, timer: null, result, reached }];
      },
    );
    if (!due) return commands;
    const at = Date.parse(due.at) > Date.parse(now) ? due.at : later;
    const fired = orNull(() => fireTimer(this.procedure, state, due.timer, application, at));
    if (!fired?.ok) return commands;
    const reached = this.reachedBy(fired, { state, command: null, timer: due.timer }, application, at);
    return [...commands, { now: at, command: null, timer: due.timer, result: fired, reached }];
  }

  private reachedBy(
    result: Advance,
    step: {
      readonly state: WorkflowState;
      readonly command: Command | null;
      readonly timer: string | null;
    } | null,
    application: ApplicationFacts,
    now: IsoInstant,
  ): readonly string[] {
    const { workflow } = this.procedure;
    const ids: string[] = [];
    for (const { to, from, type } of result.history) {
      const stage = stageOf(this.procedure, to);
      ids.push(idOf(stage.kind === 'final' ? 'end' : 'stage', `/stages/${to}`, to));
      const checked = type === 'checked' && from !== null ? workflow.stages.get(from) : undefined;
      if (checked)
        ids.push(
          ...this.routeTaken(`/stages/${checked.name}`, checked.routes, result.state, application, now),
        );
    }
    for (const check of result.state.checks) {
      const owner = [...workflow.stages.values()].find((stage) =>
        stage.checks.some(({ id }) => id === check.id),
      );
      if (!check.passed && owner) ids.push(idOf('stage-check', `/stages/${owner.name}`, check.id));
    }
    for (const { kind, template } of result.effects)
      ids.push(idOf(kind, `${kind}s/${template}.md`, template));
    if (!step) return ids;
    const stage = stageOf(this.procedure, step.state.stage);
    const action = step.command && stage.actions.get(step.command.action);
    const timer = step.timer === null ? undefined : stage.timers.get(step.timer);
    const place = `/stages/${stage.name}`;
    const before = { ...result.state, checks: step.state.checks };
    if (action && result.history.some(({ type }) => type === 'action')) {
      ids.push(idOf('action', `${place}/actions/${action.name}`, action.name));
      ids.push(
        ...this.routeTaken(`${place}/actions/${action.name}`, action.routes, before, application, now),
      );
    }
    if (timer) {
      ids.push(idOf('timer', `${place}/timers/${timer.name}`, timer.name));
      if (timer.routes.length > 0)
        ids.push(...this.routeTaken(`${place}/timers/${timer.name}`, timer.routes, before, application, now));
    }
    return ids;
  }

  private routeTaken(
    place: string,
    routes: readonly Route[],
    state: WorkflowState,
    application: ApplicationFacts,
    now: IsoInstant,
  ): readonly string[] {
    const { route, row } = routeFor(routes, workflowFacts(this.procedure, state, application, now));
    return routeGoalIds(place, route, routes.indexOf(route), row?.line ?? null);
  }
}

interface Position {
  readonly state: WorkflowState;
  readonly now: IsoInstant;
}

/** States from which the same can follow. */
function keyOf({ stage, correction, staff, timersFired, approvals, actors, team }: WorkflowState): string {
  return JSON.stringify([
    stage,
    correction?.origin,
    staff,
    timersFired,
    approvals.length,
    Object.keys(actors),
    team,
  ]);
}

/** A step whose expressions cannot be evaluated is no way on. */
function orNull<T>(act: () => T): T | null {
  try {
    return act();
  } catch (error) {
    if (error instanceof EvaluationError) return null;
    throw error;
  }
}
