import type { Scope } from '../expression/index.js';
import { FrozenMap } from '../procedure/freeze.js';
import type { Problem } from '../problem.js';
import { problem } from '../problem.js';
import type { ParsedTable } from '../procedure/parse-table.js';
import { rolesOfStage } from './approvals.js';
import { compileAction } from './compile-action.js';
import { compileApprovers } from './compile-approvers.js';
import { compileConditionAt } from './compile-at.js';
import { compilePayment } from './compile-payment.js';
import { compileRoutes } from './compile-routes.js';
import { compileTimer } from './compile-timers.js';
import type { Located } from './object-reader.js';
import { ObjectReader } from './object-reader.js';
import type { Action, ChecklistItem, PublicStatus, Stage, StageCheck, StageKind } from './workflow.js';

export interface StageContext {
  readonly scope: Scope;
  /** Staff fields that passed, by the JSON path of the action that brings them. */
  readonly staffFields: ReadonlyMap<string, Action['requires']['fields']>;
  readonly tables: Readonly<Record<string, ParsedTable>>;
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
  'dueDays',
  'approvers',
  'timers',
  'clock',
  'checks',
  'checklist',
  'routes',
  'actions',
  'outcome',
  'payment',
  'opinions',
];
/** Keys that mean something for some kinds of stage only. */
const KEYS_OF_SOME_KINDS: readonly (readonly [key: string, kinds: readonly StageKind[]])[] = [
  ['role', ['review', 'approval', 'inspection', 'waiting']],
  ['dueWorkingDays', ['review', 'approval', 'correction', 'inspection', 'waiting']],
  ['dueDays', ['review', 'approval', 'correction', 'inspection', 'waiting']],
  ['approvers', ['approval']],
  ['timers', ['review', 'approval', 'correction', 'inspection', 'waiting', 'final']],
  ['clock', ['correction', 'waiting']],
  ['checks', ['check']],
  ['checklist', ['inspection']],
  ['routes', ['check']],
  ['actions', ['review', 'approval', 'correction', 'inspection', 'waiting']],
  ['outcome', ['final']],
  ['payment', ['waiting']],
  ['opinions', ['review', 'approval', 'inspection', 'waiting']],
];

/** The keys that a stage of this kind may have, in the order in which they are best asked. */
export function stageKeysOf(kind: string): readonly string[] {
  return STAGE_KEYS.filter((key) =>
    KEYS_OF_SOME_KINDS.every(([some, kinds]) => some !== key || kinds.some((one) => one === kind)),
  );
}

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
  const ownerless = !['check', 'correction', 'final'].includes(kind) && !reader.has('role');
  if (ownerless) reader.missing('role');
  if (kind === 'correction' && !reader.has('dueWorkingDays') && !reader.has('dueDays')) {
    reader.missing('dueWorkingDays');
  }
  if (reader.has('dueWorkingDays') && reader.has('dueDays')) {
    reader.report(reader.at('dueDays').path, 'two-due-times');
  }
  if (kind === 'final' && !reader.has('outcome')) reader.missing('outcome');
  const approvers = compileApprovers(reader, context);
  const roles = {
    all: rolesOfStage({ role, approvers }),
    approvers: rolesOfStage({ role: null, approvers }),
    missing: ownerless,
  };
  const actions = reader
    .entries('actions')
    .map((action) => compileAction(action.name, action, roles, context));
  const timers = reader.entries('timers').map((timer) => compileTimer(timer.name, timer, context));
  return {
    name,
    kind,
    title: reader.text('title'),
    publicStatus: readPublicStatus(reader),
    role,
    dueWorkingDays: reader.wholeNumber('dueWorkingDays', 1, 1000),
    dueDays: reader.wholeNumber('dueDays', 1, 1000),
    approvers,
    timers: new FrozenMap(timers.map((timer) => [timer.name, timer])),
    clock: reader.oneOf('clock', ['runs', 'stops']) ?? (kind === 'correction' ? 'stops' : 'runs'),
    checklist: reader.list('checklist').map((item) => readChecklistItem(item, problems)),
    checks: reader.list('checks').flatMap((check) => compileCheck(check, context)),
    routes: compileRoutes(reader, context),
    actions: new FrozenMap(actions.map((action) => [action.name, action])),
    outcome: reader.oneOf('outcome', ['approved', 'refused', 'dismissed', 'withdrawn']),
    payment: compilePayment(reader, context),
    opinions: readOpinions(reader),
  };
}

function readOpinions(stage: ObjectReader): Stage['opinions'] {
  if (!stage.has('opinions')) return null;
  const { value, path } = stage.at('opinions');
  const reader = new ObjectReader(value, path, stage.problems, ['workingDays']);
  if (!reader.has('workingDays')) reader.missing('workingDays');
  return { workingDays: reader.wholeNumber('workingDays', 1, 1000) ?? 1 };
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

function readChecklistItem({ value, path }: Located, problems: Problem[]): ChecklistItem {
  const reader = new ObjectReader(value, path, problems, ['id', 'title']);
  return { id: reader.text('id'), title: reader.text('title') };
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
