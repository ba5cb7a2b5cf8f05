import { problem, type Problem, warning } from '../../problem.js';
import { pointer } from '../../workflow/object-reader.js';
import { waysOf } from '../../workflow/stage-graph.js';
import type { Action, Stage, Workflow } from '../../workflow/workflow.js';
import type { Folder } from './rule.js';

/** Days of a week on which the office works: how calendar days are compared with working days. */
const WORKING_SHARE = 5 / 7;

/** What the public is promised must be possible, and nothing is kept longer than the file it stands in. */
export function checkDeadlines({ info, form, places, workflow }: Folder): readonly Problem[] {
  if (!info) return [];
  const { standardProcessingDays: limit, clock, retentionYears } = info;
  // Due days are working days; a promise in calendar days is compared in the same.
  const possible = clock.days === 'calendar' ? Math.floor(limit * WORKING_SHARE) : limit;
  const kept = [...(form?.fields.values() ?? [])]
    .filter((field) => (field.retentionYears ?? 0) > retentionYears)
    .map((field) =>
      problem(pointer(places.get(field.path) ?? '', 'x-retention'), 'retention-beyond-file', {
        title: field.title,
        limit: retentionYears,
      }),
    );
  return [
    ...kept,
    ...(workflow ? [...checkPromise(workflow, possible), ...checkStages(workflow, possible)] : []),
  ];
}

function checkPromise(workflow: Workflow, limit: number): readonly Problem[] {
  const days = daysFrom(workflow.stages.get(workflow.start), workflow);
  const path = 'procedure.json#/standardProcessingDays';
  return days > limit ? [warning(path, 'processing-days-short', { limit, days })] : [];
}

function checkStages(workflow: Workflow, limit: number): readonly Problem[] {
  const ways = waysOf(workflow.stages);
  return [...workflow.stages.values()].flatMap((stage) => {
    const own = dueDays(stage);
    const path = ['stages', stage.name, stage.dueWorkingDays === null ? 'dueDays' : 'dueWorkingDays'];
    // Who corrects comes back to where it was asked; all that lies behind still has to be done.
    const rest =
      stage.kind !== 'correction'
        ? 0
        : Math.max(0, ...ways.filter((way) => way.to === stage).map((way) => daysFrom(way.from, workflow)));
    if (own === 0 || own + rest <= limit) return [];
    return [
      warning(path.reduce<string>(pointer, 'workflow.json#'), 'stage-longer-than-promised', {
        stage: stage.title,
        days: own + rest,
        limit,
      }),
    ];
  });
}

/**
 * Working days of the usual way from a stage to the end: in a check stage the default route, elsewhere the first
 * action that is `primary` (or the first at all), by its last route.
 */
function daysFrom(start: Stage | undefined, { stages }: Workflow): number {
  const seen = new Set<Stage>();
  let days = 0;
  for (let stage = start; stage && !seen.has(stage);) {
    seen.add(stage);
    days += dueDays(stage);
    const routes = stage.kind === 'check' ? stage.routes : (usualAction(stage)?.routes ?? []);
    const last = routes.at(-1);
    stage = last && 'to' in last ? stages.get(last.to) : undefined;
  }
  return days;
}

function usualAction(stage: Stage): Action | undefined {
  const actions = [...stage.actions.values()];
  const staff = actions.filter((action) => action.by === 'staff');
  return staff.find((action) => action.tone === 'primary') ?? staff[0] ?? actions[0];
}

/** In working days; nothing while the clock stands still. */
function dueDays(stage: Stage): number {
  if (stage.clock === 'stops') return 0;
  return stage.dueWorkingDays ?? Math.ceil((stage.dueDays ?? 0) * WORKING_SHARE);
}
