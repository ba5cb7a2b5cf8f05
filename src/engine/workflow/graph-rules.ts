import type { Problem } from '../problem.js';
import { problem } from '../problem.js';
import type { Way } from './stage-graph.js';
import { leadingTo, movesBack, ownerOf, reachableFrom, waysOf } from './stage-graph.js';
import type { Stage, Workflow } from './workflow.js';

/** JSON path of a stage, of an action in it, and so on down. */
export type PathOf = (stage: Stage, ...steps: readonly (string | number)[]) => string;

/** What is wrong with the shape of the whole: nothing may be unreachable, stuck, endless, or go back in silence. */
export function findGraphProblems(startPath: string, workflow: Workflow, pathOf: PathOf): readonly Problem[] {
  const ways = waysOf(workflow.stages);
  const stages = [...workflow.stages.values()];
  return [
    ...findDeadEnds(stages, ways, pathOf),
    ...(workflow.stages.has(workflow.start) ? findUnreachable(workflow, ways, pathOf) : []),
    ...findCheckCycles(stages, ways, pathOf),
    ...findSilentMoves(stages, ways, pathOf),
    ...findCorrectionProblems(startPath, workflow, ways, pathOf),
  ];
}

function findDeadEnds(stages: readonly Stage[], ways: readonly Way[], pathOf: PathOf): readonly Problem[] {
  const finals = stages.filter((stage) => stage.kind === 'final').map((stage) => stage.name);
  const sure = ways.filter(isSure);
  const ending = leadingTo(finals, sure);
  return stages
    .filter((stage) => !ending.has(stage.name))
    .map((stage) => {
      const stuck = !sure.some((way) => way.from === stage && way.to !== stage);
      return problem(pathOf(stage), stuck ? 'stage-without-way-out' : 'stage-never-ends', {
        stage: stage.name,
      });
    });
}

/** A timer that may never fire is no way out: somebody would wait for it for ever. */
function isSure({ timer }: Way): boolean {
  return timer === null || (timer.when === null && 'from' in timer.on);
}

function findUnreachable(workflow: Workflow, ways: readonly Way[], pathOf: PathOf): readonly Problem[] {
  // The way back from a correction reaches nothing new: who is sent back there has been there.
  const reached = reachableFrom(
    [workflow.start],
    ways.filter((way) => !way.back),
  );
  return [...workflow.stages.values()]
    .filter((stage) => !reached.has(stage.name))
    .map((stage) => problem(pathOf(stage), 'stage-unreachable', { stage: stage.name }));
}

/** Check stages run by themselves: one that can come back to itself through others of its kind would run for ever. */
function findCheckCycles(stages: readonly Stage[], ways: readonly Way[], pathOf: PathOf): readonly Problem[] {
  const automatic = ways.filter((way) => way.from.kind === 'check' && way.to.kind === 'check');
  return stages
    .filter((stage) => {
      const next = automatic.filter((way) => way.from === stage).map((way) => way.to.name);
      return reachableFrom(next, automatic).has(stage.name);
    })
    .map((stage) => problem(pathOf(stage, 'routes'), 'check-cycle', { stage: stage.name }));
}

/** 行政手続法8条 and the lesson of 2021: nobody is refused or sent back without being told why. */
function findSilentMoves(stages: readonly Stage[], ways: readonly Way[], pathOf: PathOf): readonly Problem[] {
  const goesBack = movesBack(stages, ways);
  const found = new Map<string, Problem>();
  for (const way of ways) {
    const { from, action, timer, to } = way;
    if (action?.by === 'applicant') continue;
    const path = pathOf(
      from,
      ...ownerOf(way),
      ...(action ? ['requires'] : []),
      ...(action || timer ? [] : ['routes', way.index]),
    );
    const { reason, publicReason } = reasonsOf(way);
    if ((action || timer) && goesBack(way) && !(reason && publicReason)) {
      found.set(path, problem(path, 'backward-without-reasons', { stage: from.name, target: to.name }));
    }
    if (!timer && (to.outcome === 'refused' || to.outcome === 'dismissed') && !publicReason) {
      found.set(path, problem(path, 'refusal-without-reason', { stage: from.name, target: to.name }));
    }
  }
  return [...found.values()];
}

/** Which reasons are always given: asked of who acts, or written in the file for a timer. */
function reasonsOf({ action, timer }: Way): { readonly reason: boolean; readonly publicReason: boolean } {
  if (action) return action.requires;
  return { reason: (timer?.reason ?? null) !== null, publicReason: (timer?.publicReason ?? null) !== null };
}

/** A correction names what is to be corrected; so only an action that lists it may lead there. */
function findCorrectionProblems(
  startPath: string,
  workflow: Workflow,
  ways: readonly Way[],
  pathOf: PathOf,
): readonly Problem[] {
  const start = workflow.stages.get(workflow.start);
  const entered = ways.filter((way) => way.to.kind === 'correction' && way.to !== way.from);
  const unnamed = entered.filter((way) => !way.action?.requires.targets);
  const idle = [...workflow.stages.values()].flatMap((stage) =>
    [...stage.actions.values()]
      .filter((action) => action.requires.targets)
      .filter((action) => !entered.some((way) => way.from === stage && way.action === action))
      .map((action) =>
        problem(pathOf(stage, 'actions', action.name, 'requires', 'targets'), 'targets-without-correction', {
          action: action.name,
        }),
      ),
  );
  return [
    ...(start?.kind === 'correction'
      ? [problem(startPath, 'correction-without-targets', { stage: start.name, target: start.name })]
      : []),
    ...unnamed.map((way) =>
      problem(pathOf(way.from, ...ownerOf(way), 'routes', way.index), 'correction-without-targets', {
        stage: way.from.name,
        target: way.to.name,
      }),
    ),
    ...entered
      .filter((way) => way.from.kind === 'correction')
      .map((way) =>
        problem(pathOf(way.from, ...ownerOf(way), 'routes', way.index), 'correction-in-correction', {
          stage: way.from.name,
          target: way.to.name,
        }),
      ),
    ...idle,
  ];
}
