import type { Problem } from '../problem.js';
import { problem } from '../problem.js';
import { decisionsOf } from './approval-rules.js';
import { dueTimeOf } from './day-count.js';
import type { PathOf } from './graph-rules.js';
import type { Way } from './stage-graph.js';
import { reachableFrom, waysOf } from './stage-graph.js';
import type { Stage, Timer, Workflow } from './workflow.js';

/** What is wrong with what happens by itself: time reminds and moves on, but it decides nothing. */
export function findTimerProblems({ stages }: Workflow, pathOf: PathOf): readonly Problem[] {
  const ways = waysOf(stages);
  const all = [...stages.values()];
  return [
    ...all.flatMap((stage) =>
      [...stage.timers.values()].flatMap((timer) => ofTimer(stage, timer, ways, pathOf)),
    ),
    ...circles(all, ways, pathOf),
  ];
}

function ofTimer(stage: Stage, timer: Timer, ways: readonly Way[], pathOf: PathOf): readonly Problem[] {
  const params = { timer: timer.name, stage: stage.name };
  const at = (...steps: readonly string[]) => pathOf(stage, 'timers', timer.name, ...steps);
  const moves = timer.routes.length > 0;
  const decision = decisionsOf(
    ways.filter((way) => way.from === stage && way.timer === timer),
    ways,
  ).find(({ outcome }) => outcome !== 'approved');
  return [
    ...(moves || timer.effects.length > 0 ? [] : [problem(at(), 'timer-does-nothing', params)]),
    ...(moves && stage.kind === 'final' ? [problem(at('routes'), 'timer-moves-final', params)] : []),
    ...(!moves && (timer.reason !== null || timer.publicReason !== null)
      ? [problem(at(), 'timer-reason-without-route', params)]
      : []),
    ...(decision ? [problem(at('routes'), 'timer-decides', { ...params, target: decision.name })] : []),
    ...momentProblems(stage, timer, at('on')),
  ];
}

/** A timer counts from something there is, to a day after the stay began. */
function momentProblems(stage: Stage, { on, name }: Timer, path: string): readonly Problem[] {
  if (!('from' in on)) return [];
  const params = { timer: name, stage: stage.name };
  if (on.from !== 'due') return on.count < 1 ? [problem(path, 'timer-at-once', params)] : [];
  const due = dueTimeOf(stage);
  if (!due) return [problem(path, 'timer-without-due', params)];
  const sooner = due.days === on.days && -on.count >= due.count;
  return sooner ? [problem(path, 'timer-at-once', params)] : [];
}

/** Timers and automatic stages alone must not lead in circles: an application would move about and nobody would know. */
function circles(stages: readonly Stage[], ways: readonly Way[], pathOf: PathOf): readonly Problem[] {
  const unattended = ways.filter((way) => way.timer !== null || way.from.kind === 'check');
  return stages.flatMap((stage) =>
    [...stage.timers.values()]
      .filter((timer) => {
        const next = unattended.filter((way) => way.from === stage && way.timer === timer);
        return reachableFrom(
          next.map((way) => way.to.name),
          unattended,
        ).has(stage.name);
      })
      .map((timer) =>
        problem(pathOf(stage, 'timers', timer.name, 'routes'), 'timer-cycle', {
          timer: timer.name,
          stage: stage.name,
        }),
      ),
  );
}
