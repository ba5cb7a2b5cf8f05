import type { Scope } from '../expression/index.js';
import { FrozenMap } from '../procedure/freeze.js';
import type { Problem } from '../problem.js';
import { problem } from '../problem.js';
import { compileConditionAt, neverTrue } from './compile-at.js';
import type { Located } from './object-reader.js';
import { ObjectReader } from './object-reader.js';
import type { Action, Effect, PublicStatus, Route, Stage, StageCheck, StageKind } from './workflow.js';

export interface StageContext {
  readonly scope: Scope;
  /** Staff fields that passed, by the JSON path of the action that brings them. */
  readonly staffFields: ReadonlyMap<string, Action['requires']['fields']>;
  readonly problems: Problem[];
}

const KINDS: readonly StageKind[] = [
  'check',
  'review',
  'approval',
  'correction',
  'inspection',
  'waiting',
  'final',
];
const STAGE_KEYS = [
  'kind',
  'title',
  'publicStatus',
  'role',
  'dueWorkingDays',
  'clock',
  'checks',
  'routes',
  'actions',
  'outcome',
];
const ACTION_KEYS = [
  'title',
  'pastTitle',
  'by',
  'roles',
  'tone',
  'when',
  'notActorOf',
  'requires',
  'routes',
  'effects',
];

/** Keys that mean something for some kinds of stage only. */
const KEYS_OF_SOME_KINDS: readonly (readonly [key: string, kinds: readonly StageKind[]])[] = [
  ['role', ['review', 'approval', 'inspection', 'waiting']],
  ['dueWorkingDays', ['review', 'approval', 'correction', 'inspection', 'waiting']],
  ['clock', ['correction', 'waiting']],
  ['checks', ['check']],
  ['routes', ['check']],
  ['actions', ['review', 'approval', 'correction', 'inspection', 'waiting']],
  ['outcome', ['final']],
];

export function compileStage(name: string, located: Located, context: StageContext): Stage {
  const { problems } = context;
  const reader = new ObjectReader(located.value, located.path, problems, STAGE_KEYS);
  const kind = reader.requiredOneOf('kind', KINDS, 'review');
  const role = reader.optionalText('role');
  for (const [key, kinds] of KEYS_OF_SOME_KINDS) {
    if (reader.has(key) && !kinds.includes(kind)) {
      problems.push(problem(reader.at(key).path, 'key-not-for-stage-kind', { key, kind }));
    }
  }
  if (!['check', 'correction', 'final'].includes(kind) && !reader.has('role')) reader.missing('role');
  if (kind === 'correction' && !reader.has('dueWorkingDays')) reader.missing('dueWorkingDays');
  if (kind === 'final' && !reader.has('outcome')) reader.missing('outcome');
  const actions = reader
    .entries('actions')
    .map((action) => compileAction(action.name, action, role, context));
  return {
    name,
    kind,
    title: reader.text('title'),
    publicStatus: readPublicStatus(reader),
    role,
    dueWorkingDays: reader.wholeNumber('dueWorkingDays', 1, 1000),
    clock: reader.oneOf('clock', ['runs', 'stops']) ?? (kind === 'correction' ? 'stops' : 'runs'),
    checks: reader.list('checks').flatMap((check) => compileCheck(check, context)),
    routes: compileRoutes(reader, context),
    actions: new FrozenMap(actions.map((action) => [action.name, action])),
    outcome: reader.oneOf('outcome', ['approved', 'refused', 'dismissed', 'withdrawn']),
  };
}

function readPublicStatus(stage: ObjectReader): PublicStatus {
  if (!stage.has('publicStatus')) {
    stage.missing('publicStatus');
    return { label: '', explanation: '', tone: 'progress' };
  }
  const { value, path } = stage.at('publicStatus');
  const reader = new ObjectReader(value, path, stage.problems, ['label', 'explanation', 'tone']);
  return {
    label: reader.text('label'),
    explanation: reader.text('explanation'),
    tone: reader.requiredOneOf('tone', ['progress', 'waiting', 'done', 'refused'], 'progress'),
  };
}

function compileCheck({ value, path }: Located, { scope, problems }: StageContext): readonly StageCheck[] {
  const reader = new ObjectReader(value, path, problems, [
    'id',
    'title',
    'expression',
    'message',
    'criterion',
  ]);
  const id = reader.text('id');
  const title = reader.text('title');
  const message = reader.text('message');
  const criterion = reader.optionalText('criterion');
  const source = reader.text('expression');
  const expression =
    source === '' ? null : compileConditionAt(reader.at('expression').path, source, scope, problems);
  return expression ? [{ id, title, expression, message, criterion }] : [];
}

function compileRoutes(owner: ObjectReader, { scope, problems }: StageContext): readonly Route[] {
  return owner.list('routes').map(({ value, path }) => {
    const reader = new ObjectReader(value, path, problems, ['when', 'to']);
    // A condition with a problem stays a condition: read as none, it would be reported a second time, as a default.
    const source = reader.has('when') ? (reader.optionalText('when') ?? 'false') : null;
    const when = source === null ? null : compileConditionAt(reader.at('when').path, source, scope, problems);
    return { when: source === null ? null : (when ?? neverTrue()), to: reader.text('to') };
  });
}

function compileAction(
  name: string,
  located: Located,
  stageRole: string | null,
  context: StageContext,
): Action {
  const { scope, problems } = context;
  const reader = new ObjectReader(located.value, located.path, problems, ACTION_KEYS);
  const by = reader.oneOf('by', ['staff', 'applicant']) ?? 'staff';
  const named = reader.texts('roles');
  if (by === 'applicant' && reader.has('roles')) {
    problems.push(problem(reader.at('roles').path, 'roles-of-applicant-action', { action: name }));
  }
  if (by === 'staff' && named.length === 0 && stageRole === null) {
    problems.push(problem(located.path, 'missing-key', { key: 'roles' }));
  }
  const when = reader.optionalText('when');
  return {
    name,
    title: reader.text('title'),
    pastTitle: reader.optionalText('pastTitle'),
    by,
    roles: by === 'applicant' ? [] : named.length > 0 || stageRole === null ? named : [stageRole],
    tone: reader.oneOf('tone', ['primary', 'danger', 'plain']) ?? 'plain',
    when: when === null ? null : compileConditionAt(reader.at('when').path, when, scope, problems),
    notActorOf: reader.texts('notActorOf'),
    requires: readRequirements(reader, context),
    routes: compileRoutes(reader, context),
    effects: readEffects(reader, 'effects', problems),
  };
}

function readRequirements(action: ObjectReader, { staffFields, problems }: StageContext): Action['requires'] {
  const { value, path } = action.at('requires');
  const keys = ['reason', 'publicReason', 'targets', 'fields'];
  const reader = new ObjectReader(value ?? {}, path, problems, keys);
  const fewest = typeof reader.at('publicReason').value === 'number';
  const publicReasonMinLength = fewest ? (reader.wholeNumber('publicReason', 1, 1000) ?? 1) : 1;
  const publicReason = fewest || reader.flag('publicReason');
  return {
    reason: reader.flag('reason'),
    publicReason,
    publicReasonMinLength: publicReason ? publicReasonMinLength : 0,
    targets: reader.flag('targets'),
    fields: staffFields.get(action.path) ?? null,
  };
}

export function readEffects(owner: ObjectReader, key: string, problems: Problem[]): readonly Effect[] {
  return owner.list(key).flatMap(({ value, path }): Effect[] => {
    const reader = new ObjectReader(value, path, problems, ['message', 'notice']);
    const [message, notice] = [reader.optionalText('message'), reader.optionalText('notice')];
    if (message !== null && notice === null) return [{ kind: 'message', template: message }];
    if (notice !== null && message === null) return [{ kind: 'notice', template: notice }];
    problems.push(problem(path, 'effect-names-one-template'));
    return [];
  });
}
