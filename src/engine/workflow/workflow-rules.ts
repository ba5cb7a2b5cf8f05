import { nearestName } from '../nearest-name.js';
import type { JsonSchema } from '../procedure/procedure.js';
import type { Problem } from '../problem.js';
import { problem } from '../problem.js';
import { rolesOfStage } from './approvals.js';
import { pointer } from './object-reader.js';
import { OFFICE_ROLES } from './compile-access.js';
import { paymentProblems } from './compile-payment.js';
import { findGraphProblems } from './graph-rules.js';
import type { PathOf } from './graph-rules.js';
import { findApprovalProblems } from './approval-rules.js';
import { ownerOf, routesOf } from './stage-graph.js';
import { findTimerProblems } from './timer-rules.js';
import type { Action, Effect, Stage, TableRoute, Workflow } from './workflow.js';

/** What else the folder has, by name: templates without folder and ending, criteria by id. */
export interface WorkflowNames {
  readonly messages: Iterable<string>;
  readonly notices: Iterable<string>;
  /** Ids of procedure.json's criteria; left out, a check may cite any. */
  readonly criteria?: Iterable<string>;
  /** Pages and paths of questions, without the `[]` of repeats; left out, a rule of `access` may name any. */
  readonly fields?: Iterable<string>;
  /** Paths of the questions that a list can show; left out, a list may name any. */
  readonly listable?: readonly string[];
  /** Paths of the questions that take one box; left out, any may be keyed in twice. */
  readonly keyable?: readonly string[];
  /** Paths of the questions for files; left out, a proof may name any. */
  readonly files?: readonly string[];
  /** Computed questions outside of repeats with their schemas; left out, a rule of `overrides` may name any. */
  readonly computed?: ReadonlyMap<string, JsonSchema>;
}

/** Everything that is wrong between the parts of a workflow whose single parts were read. */
export function findWorkflowProblems(
  file: string,
  workflow: Workflow,
  names: WorkflowNames,
): readonly Problem[] {
  const pathOf: PathOf = (stage, ...steps) =>
    ['stages', stage.name, ...steps].reduce<string>(pointer, `${file}#`);
  return [
    ...nameProblems(file, workflow, names, pathOf),
    ...routeProblems(workflow, pathOf),
    ...findGraphProblems(`${file}#/start`, workflow, pathOf),
    ...findApprovalProblems(workflow, pathOf),
    ...findTimerProblems(workflow, pathOf),
    ...opinionProblems(workflow, pathOf),
    ...[...workflow.stages.values()].flatMap((stage) =>
      paymentProblems(stage, (...steps) => pathOf(stage, ...steps), names.fields ? [...names.fields] : null),
    ),
  ];
}

function unknown(path: string, code: string, name: string, known: Iterable<string>): readonly Problem[] {
  const names = [...known];
  if (name === '' || names.includes(name)) return [];
  const suggestion = nearestName(name, names);
  return [problem(path, code, suggestion ? { name, suggestion } : { name })];
}

function nameProblems(
  file: string,
  workflow: Workflow,
  names: WorkflowNames,
  pathOf: PathOf,
): readonly Problem[] {
  const { stages, roles } = workflow;
  const criteria = names.criteria && [...names.criteria];
  const templates = { message: [...names.messages], notice: [...names.notices] };
  const effects = (found: readonly Effect[], path: string) =>
    found.flatMap((effect, index) =>
      unknown(
        pointer(pointer(path, index), effect.kind),
        'template-unknown',
        effect.template,
        templates[effect.kind],
      ),
    );
  const ofAction = (stage: Stage, action: Action): readonly Problem[] => {
    const at = (...steps: readonly (string | number)[]) => pathOf(stage, 'actions', action.name, ...steps);
    const ofStage = rolesOfStage(stage);
    const ownRole = action.roles.every((role) => ofStage.includes(role));
    return [
      ...(ownRole
        ? []
        : action.roles.flatMap((role, i) => unknown(at('roles', i), 'role-unknown', role, roles.keys()))),
      ...action.notActorOf.flatMap((name, i) =>
        unknown(at('notActorOf', i), 'stage-unknown', name, stages.keys()),
      ),
      ...effects(action.effects, at('effects')),
    ];
  };
  return [
    ...unknown(`${file}#/start`, 'start-unknown', workflow.start, stages.keys()),
    ...effects(workflow.onArrival, `${file}#/onArrival`),
    ...workflow.highlights.flatMap((highlight, index) =>
      highlight.stages.flatMap((name, i) =>
        unknown(`${file}#/highlights/${index}/stages/${i}`, 'stage-unknown', name, stages.keys()),
      ),
    ),
    ...accessProblems(file, workflow, names),
    ...overrideProblems(file, workflow),
    ...proofProblems(file, workflow, names),
    ...workflow.lists.saved.flatMap(({ stage }, index) =>
      unknown(`${file}#/lists/saved/${index}/stage`, 'stage-unknown', stage, stages.keys()),
    ),
    ...repeated(workflow.reasons.map((reason) => reason.code)).map(([code, index]) =>
      problem(`${file}#/reasons/${index}/code`, 'duplicate-id', { id: code }),
    ),
    ...repeatedChecks([...stages.values()], pathOf),
    ...[...stages.values()].flatMap((stage) => [
      ...(stage.role === null
        ? []
        : unknown(pathOf(stage, 'role'), 'role-unknown', stage.role, roles.keys())),
      ...stage.checks.flatMap(({ criterion }, index) =>
        criterion === null || !criteria
          ? []
          : unknown(pathOf(stage, 'checks', index, 'criterion'), 'criterion-unknown', criterion, criteria),
      ),
      ...[...stage.actions.values()].flatMap((action) => ofAction(stage, action)),
      ...(stage.approvers?.steps ?? []).flatMap(({ role }, index) =>
        unknown(pathOf(stage, 'approvers', 'steps', index, 'role'), 'role-unknown', role, roles.keys()),
      ),
      ...[...stage.timers.values()].flatMap((timer) =>
        effects(timer.effects, pathOf(stage, 'timers', timer.name, 'effects')),
      ),
    ]),
  ];
}

/** What waits for opinions needs a stage at which they are asked. */
function opinionProblems({ stages }: Workflow, pathOf: PathOf): readonly Problem[] {
  const all = [...stages.values()];
  if (all.some(({ opinions }) => opinions !== null)) return [];
  return all.flatMap((stage) =>
    [...stage.actions.values()]
      .filter(({ requires }) => requires.opinions)
      .map(({ name }) =>
        problem(pathOf(stage, 'actions', name, 'requires', 'opinions'), 'opinions-never-asked', {
          action: name,
        }),
      ),
  );
}

function accessProblems(
  file: string,
  { access, stages, roles }: Workflow,
  names: WorkflowNames,
): readonly Problem[] {
  const fields = names.fields && [...names.fields];
  return access.flatMap((rule, index) => {
    const at = (key: string, place: number) => `${file}#/access/${index}/${key}/${place}`;
    return [
      ...rule.fields.flatMap((name, i) =>
        fields ? unknown(at('fields', i), 'field-unknown', name.replaceAll('[]', ''), fields) : [],
      ),
      ...rule.stages.flatMap((name, i) => unknown(at('stages', i), 'stage-unknown', name, stages.keys())),
      ...rule.roles.flatMap((name, i) =>
        unknown(at('roles', i), 'role-unknown', name, [...roles.keys(), ...OFFICE_ROLES]),
      ),
    ];
  });
}

function proofProblems(file: string, { proofs }: Workflow, names: WorkflowNames): readonly Problem[] {
  const fields = names.fields && [...names.fields];
  return proofs.flatMap(({ proves }, index) =>
    proves.flatMap((name, i) =>
      fields
        ? unknown(`${file}#/proofs/${index}/proves/${i}`, 'field-unknown', name.replaceAll('[]', ''), fields)
        : [],
    ),
  );
}

function overrideProblems(file: string, { overrides, stages, roles }: Workflow): readonly Problem[] {
  return overrides.flatMap((rule, index) => {
    const at = (key: string, place: number) => `${file}#/overrides/${index}/${key}/${place}`;
    return [
      ...rule.stages.flatMap((name, i) => {
        const stage = stages.get(name);
        if (!stage) return unknown(at('stages', i), 'stage-unknown', name, stages.keys());
        const own = rolesOfStage(stage);
        if (own.length === 0) return [problem(at('stages', i), 'override-without-staff', { stage: name })];
        const recommends = rule.roles.length === 0 && own.every((role) => roles.get(role)?.recommendOnly);
        return recommends ? [problem(at('stages', i), 'override-by-recommender', { stage: name })] : [];
      }),
      ...rule.roles.flatMap((name, i) =>
        roles.get(name)?.recommendOnly
          ? [problem(at('roles', i), 'override-by-recommender', { stage: rule.stages.join(', ') })]
          : unknown(at('roles', i), 'role-unknown', name, roles.keys()),
      ),
    ];
  });
}

function repeated(ids: readonly string[]): readonly (readonly [id: string, index: number])[] {
  return ids.flatMap((id, index) => (id !== '' && ids.indexOf(id) < index ? [[id, index] as const] : []));
}

/** Results are kept by id, so an id is unique in the whole workflow. */
function repeatedChecks(stages: readonly Stage[], pathOf: PathOf): readonly Problem[] {
  const checks = stages.flatMap((stage) => stage.checks.map(({ id }, index) => ({ id, stage, index })));
  return repeated(checks.map((check) => check.id)).flatMap(([id, place]) => {
    const check = checks[place];
    return check ? [problem(pathOf(check.stage, 'checks', check.index, 'id'), 'duplicate-id', { id })] : [];
  });
}

/** Each list of routes ends with its only unconditional one, and each leads somewhere that may be led to. */
function routeProblems(workflow: Workflow, pathOf: PathOf): readonly Problem[] {
  const { stages } = workflow;
  const targets = routesOf(stages).flatMap((way): readonly Problem[] => {
    const { from, route } = way;
    const at = (...steps: readonly (string | number)[]) =>
      pathOf(from, ...ownerOf(way), 'routes', way.index, ...steps);
    if (route.kind === 'table') return rowProblems(route, workflow);
    return [
      ...(route.team === null ? [] : unknown(at('team'), 'team-unknown', route.team, workflow.teams.keys())),
      ...(route.to !== '@origin'
        ? unknown(at('to'), 'route-target-unknown', route.to, stages.keys())
        : from.kind === 'correction'
          ? []
          : [problem(at('to'), 'origin-outside-correction', { stage: from.name })]),
    ];
  });
  const lists = [...stages.values()].flatMap((stage) => [
    ...(stage.kind === 'check' ? [{ routes: stage.routes, path: pathOf(stage, 'routes') }] : []),
    ...[...stage.actions.values()].map(({ name, routes }) => ({
      routes,
      path: pathOf(stage, 'actions', name, 'routes'),
    })),
    ...[...stage.timers.values()]
      .filter(({ routes }) => routes.length > 0)
      .map(({ name, routes }) => ({ routes, path: pathOf(stage, 'timers', name, 'routes') })),
  ]);
  const defaults = lists.flatMap(({ routes, path }): readonly Problem[] => {
    const first = routes.findIndex((route) => route.kind === 'stage' && route.when === null);
    if (first === -1) return [problem(path, 'default-route-missing')];
    if (first < routes.length - 1) return [problem(pointer(path, first + 1), 'route-after-default')];
    return [];
  });
  return [...targets, ...defaults];
}

/** What the rows of a routing table name, each at its own line. */
function rowProblems({ table, rows }: TableRoute, { stages, teams }: Workflow): readonly Problem[] {
  return rows.flatMap(({ to, team, line }) => {
    const path = `tables/${table}.csv#${line}`;
    return [
      ...unknown(path, 'route-target-unknown', to, stages.keys()),
      ...(team === null ? [] : unknown(path, 'team-unknown', team, teams.keys())),
    ];
  });
}
