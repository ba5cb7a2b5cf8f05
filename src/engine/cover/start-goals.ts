import type { Procedure } from '../procedure/procedure.js';
import type { Stage } from '../workflow/workflow.js';
import { conditionTarget, type FormGoal } from './form-goals.js';
import type { Probes } from './probe.js';
import { every, type Target } from './target.js';
import { idOf } from './workflow-goals.js';

/**
 * What of the review depends on the answers: checks that fail on arrival, routes that follow by themselves, and the
 * conditions of actions.
 */
export function startGoals({ workflow }: Procedure, probes: Probes): readonly FormGoal[] {
  const stages = [...workflow.stages.values()];
  return stages.flatMap((stage) => [
    ...stage.checks.flatMap((check) => checkGoal(stage, check, probes)),
    ...stage.routes.flatMap((_, index) => routeGoal(stage, index, probes)),
    ...[...stage.actions.values()].flatMap(({ name, when }) =>
      when ? conditionGoals(`/stages/${stage.name}/actions/${name}#when`, when.source, probes) : [],
    ),
  ]);
}

const PLAIN = { fails: null, asks: null, repeat: null } as const;

function checkGoal(
  stage: Stage,
  { id, expression }: Stage['checks'][number],
  probes: Probes,
): readonly FormGoal[] {
  const place = `/stages/${stage.name}`;
  // What reads the review's own facts cannot be aimed at; who fails it is still noticed.
  const target = conditionTarget(expression.source, null, 'false', probes) ?? every([]);
  return [
    {
      ...PLAIN,
      goal: { id: idOf('stage-check', place, id), kind: 'stage-check', place, detail: id },
      target,
      arrives: ({ state }) => state.checks.some((check) => check.id === id && !check.passed),
    },
  ];
}

function routeGoal(stage: Stage, index: number, probes: Probes): readonly FormGoal[] {
  const route = stage.routes[index];
  if (route?.kind !== 'stage' || stage.routes.length === 1) return [];
  const place = `/stages/${stage.name}/routes/${index}`;
  const before = stage.routes
    .slice(0, index)
    .flatMap(({ when }) => (when ? parts(when.source, 'not-true', probes) : []));
  const own = route.when ? parts(route.when.source, 'true', probes) : [];
  const passes = /\bchecks\.(?:all_passed|failed_count)\b/.test(route.when?.source ?? '')
    ? stage.checks.flatMap(({ expression }) => parts(expression.source, 'not-false', probes))
    : [];
  return [
    {
      ...PLAIN,
      goal: { id: idOf('route', place, route.to), kind: 'route', place, detail: route.to },
      target: every([...before, ...own, ...passes]),
      arrives: ({ history }, routeOf) =>
        history.some(({ type, from }) => type === 'checked' && from === stage.name) &&
        routeOf(stage) === index,
    },
  ];
}

function conditionGoals(place: string, source: string, probes: Probes): readonly FormGoal[] {
  return (['true', 'not-true'] as const).flatMap((want): FormGoal[] => {
    const target = conditionTarget(source, null, want, probes);
    if (!target) return [];
    const detail = `${want === 'true' ? 'if' : 'else of'} ${source}`;
    return [
      {
        ...PLAIN,
        goal: { id: idOf('branch', place, detail), kind: 'branch', place, detail },
        target,
        arrives: null,
      },
    ];
  });
}

/** The sides of an `and`, as far as answers decide them. */
function parts(source: string, want: 'true' | 'not-true' | 'not-false', probes: Probes): readonly Target[] {
  const target = conditionTarget(source, null, want, probes, true);
  return target ? [target] : [];
}
