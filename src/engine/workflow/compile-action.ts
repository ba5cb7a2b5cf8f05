import type { Problem } from '../problem.js';
import { problem } from '../problem.js';
import { compileConditionAt } from './compile-at.js';
import { compileRoutes } from './compile-routes.js';
import type { StageContext } from './compile-stage.js';
import type { Located } from './object-reader.js';
import { ObjectReader } from './object-reader.js';
import type { Action, Effect } from './workflow.js';

const KEYS = [
  'title',
  'pastTitle',
  'by',
  'roles',
  'tone',
  'when',
  'notActorOf',
  'requires',
  'approves',
  'extends',
  'routes',
  'effects',
];

/** Who takes an action of the stage that names nobody. */
export interface StageRoles {
  /** The stage's own role and its approvers'. */
  readonly all: readonly string[];
  readonly approvers: readonly string[];
  /** The stage must have a role and has none: said once, of the stage. */
  readonly missing: boolean;
}

export function compileAction(
  name: string,
  located: Located,
  ofStage: StageRoles,
  context: StageContext,
): Action {
  const { scope, problems } = context;
  const reader = new ObjectReader(located.value, located.path, problems, KEYS);
  const by = reader.oneOf('by', ['staff', 'applicant']) ?? 'staff';
  const named = reader.texts('roles');
  if (by === 'applicant' && reader.has('roles')) {
    problems.push(problem(reader.at('roles').path, 'roles-of-applicant-action', { action: name }));
  }
  if (by === 'staff' && named.length === 0 && ofStage.all.length === 0 && !ofStage.missing) {
    problems.push(problem(located.path, 'missing-key', { key: 'roles' }));
  }
  const approves = reader.flag('approves');
  if (approves && reader.has('roles'))
    reader.report(reader.at('roles').path, 'roles-of-approval', { action: name });
  const byDefault = approves ? ofStage.approvers : ofStage.all;
  const when = reader.optionalText('when');
  return {
    name,
    title: reader.text('title'),
    pastTitle: reader.optionalText('pastTitle'),
    by,
    roles: by === 'applicant' ? [] : named.length > 0 ? named : byDefault,
    tone: reader.oneOf('tone', ['primary', 'danger', 'plain']) ?? 'plain',
    when: when === null ? null : compileConditionAt(reader.at('when').path, when, scope, problems),
    notActorOf: reader.texts('notActorOf'),
    requires: readRequirements(reader, context),
    approves,
    extends: readExtension(reader),
    routes: compileRoutes(reader, context),
    effects: readEffects(reader, 'effects', problems),
  };
}

function readRequirements(action: ObjectReader, { staffFields, problems }: StageContext): Action['requires'] {
  const { value, path } = action.at('requires');
  const keys = ['reason', 'publicReason', 'targets', 'opinions', 'fields'];
  const reader = new ObjectReader(value ?? {}, path, problems, keys);
  const fewest = typeof reader.at('publicReason').value === 'number';
  const publicReasonMinLength = fewest ? (reader.wholeNumber('publicReason', 1, 1000) ?? 1) : 1;
  const publicReason = fewest || reader.flag('publicReason');
  return {
    reason: reader.flag('reason'),
    publicReason,
    publicReasonMinLength: publicReason ? publicReasonMinLength : 0,
    targets: reader.flag('targets'),
    opinions: reader.flag('opinions'),
    fields: staffFields.get(action.path) ?? null,
  };
}

function readExtension(action: ObjectReader): number | null {
  if (!action.has('extends')) return null;
  const { value, path } = action.at('extends');
  const reader = new ObjectReader(value, path, action.problems, ['days']);
  if (!reader.has('days')) reader.missing('days');
  return reader.wholeNumber('days', 1, 1000);
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
