import type { Form, Procedure } from '../procedure/procedure.js';
import type { Route, Stage, TableRoute } from '../workflow/workflow.js';
import type { Goal, GoalKind } from './goal.js';

/** A longer routing table is not tried row by row. */
const FEW_ROWS = 24;

/** Everything that the review of applications can show. */
export function workflowGoals({ workflow, messages, notices }: Procedure): readonly Goal[] {
  const stages = [...workflow.stages.values()];
  return [
    ...stages.flatMap((stage) => stageGoals(stage)),
    ...[...messages.keys()].map((name) => goalOf('message', `messages/${name}.md`, name)),
    ...[...notices.keys()].map((name) => goalOf('notice', `notices/${name}.md`, name)),
  ];
}

function stageGoals(stage: Stage): readonly Goal[] {
  const place = `/stages/${stage.name}`;
  return [
    goalOf(stage.kind === 'final' ? 'end' : 'stage', place, stage.name),
    ...stage.checks.map((check) => goalOf('stage-check', place, check.id)),
    ...routeGoals(place, stage.routes),
    ...[...stage.actions.values()].flatMap((action) => [
      goalOf('action', `${place}/actions/${action.name}`, action.name),
      ...routeGoals(`${place}/actions/${action.name}`, action.routes),
    ]),
    ...[...stage.timers.values()].flatMap((timer) => [
      goalOf('timer', `${place}/timers/${timer.name}`, timer.name),
      ...routeGoals(`${place}/timers/${timer.name}`, timer.routes),
    ]),
  ];
}

/** A list of one route shows no more than that it was come to. */
function routeGoals(place: string, routes: readonly Route[]): readonly Goal[] {
  if (routes.length === 1 && routes[0]?.kind === 'stage') return [];
  return routes.flatMap((route, index) => {
    const at = `${place}/routes/${index}`;
    if (route.kind === 'stage') return [goalOf('route', at, route.to)];
    if (route.rows.length > FEW_ROWS) return [goalOf('route', at, route.table)];
    return route.rows.map((row) => goalOf('route', at, rowDetail(route.table, row.line)));
  });
}

/** Ids of routes that are never come to, because a table before them has a row for every answer there can be. */
export function routesBehindTables({ workflow, form }: Procedure): readonly string[] {
  return [...workflow.stages.values()].flatMap((stage) => {
    const place = `/stages/${stage.name}`;
    const lists = [
      [place, stage.routes] as const,
      ...[...stage.actions.values()].map(
        (action) => [`${place}/actions/${action.name}`, action.routes] as const,
      ),
      ...[...stage.timers.values()].map((timer) => [`${place}/timers/${timer.name}`, timer.routes] as const),
    ];
    return lists.flatMap(([at, routes]) => {
      const settled = routes.findIndex((route) => route.kind === 'table' && hasRowForAll(route, form));
      if (settled === -1) return [];
      return routes.flatMap((route, index) => (index > settled ? routeGoalIds(at, route, index, null) : []));
    });
  });
}

function hasRowForAll({ when, match, rows }: TableRoute, form: Form): boolean {
  const [only, second] = match;
  const field = only && !second && !when ? form.fields.get(only.value.source.trim()) : undefined;
  const page = form.pages.find(({ name }) => field?.path.startsWith(`${name}.`));
  const isAlwaysGiven =
    field?.kind === 'choice' &&
    field.required &&
    !field.askWhen &&
    !page?.askWhen &&
    field.path.split('.').length === 2;
  if (!isAlwaysGiven) return false;
  return (field.options ?? []).every(({ value }) =>
    rows.some(({ cells }) => cells[0] === null || cells[0] === value),
  );
}

/** Which goals a route that was taken reaches. */
export function routeGoalIds(
  place: string,
  route: Route,
  index: number,
  line: number | null,
): readonly string[] {
  const at = `${place}/routes/${index}`;
  if (route.kind === 'stage') return [idOf('route', at, route.to)];
  return [
    idOf('route', at, route.table),
    ...(line === null ? [] : [idOf('route', at, rowDetail(route.table, line))]),
  ];
}

function rowDetail(table: string, line: number): string {
  return `${table}.csv line ${line}`;
}

export function idOf(kind: GoalKind, place: string, detail: string): string {
  return `${kind} ${place} ${detail}`;
}

function goalOf(kind: GoalKind, place: string, detail: string): Goal {
  return { id: idOf(kind, place, detail), kind, place, detail };
}
