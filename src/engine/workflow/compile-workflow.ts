import type { Scope } from '../expression/index.js';
import { FrozenMap } from '../procedure/freeze.js';
import { parseJson } from '../procedure/parse-json.js';
import type { ParsedTable } from '../procedure/parse-table.js';
import type { Problem } from '../problem.js';
import { problem } from '../problem.js';
import { compileAccess } from './compile-access.js';
import { compileHighlights } from './compile-highlights.js';
import { compileLists } from './compile-lists.js';
import { compileOverrides } from './compile-overrides.js';
import { readEffects } from './compile-action.js';
import { compileStage } from './compile-stage.js';
import type { Located } from './object-reader.js';
import { isObject, ObjectReader, pointer } from './object-reader.js';
import { isSafeName } from './safe-name.js';
import { readStaffFields } from './staff-fields.js';
import type { Action, Proof, Role, Workflow } from './workflow.js';
import { findWorkflowProblems } from './workflow-rules.js';
import type { WorkflowNames } from './workflow-rules.js';
import { conflictingStaffFields, workflowScope } from './workflow-scope.js';

const FILE = 'workflow.json';
const KEYS = [
  '$schema',
  'start',
  'roles',
  'teams',
  'reasons',
  'stages',
  'onArrival',
  'highlights',
  'access',
  'overrides',
  'proofs',
  'lists',
  'keyedTwice',
];

/**
 * `scope`: root names of the answers, with `today` and `tables`. `tables`: those that routes may look in, by name. The
 * names are those of the folder's other files.
 */
export type WorkflowContext = {
  readonly scope: Scope;
  readonly tables?: Readonly<Record<string, ParsedTable>>;
} & WorkflowNames;

/** Compiles workflow.json, or says everything that is wrong with it. `workflow` is absent when there is any problem. */
export function compileWorkflow(
  text: string,
  context: WorkflowContext,
): { readonly workflow?: Workflow; readonly problems: readonly Problem[] } {
  const parsed = parseJson(FILE, text);
  if (!parsed.ok) return { problems: parsed.problems };
  const problems: Problem[] = [];
  const root = new ObjectReader(parsed.value, `${FILE}#`, problems, KEYS);
  for (const key of ['roles', 'stages']) if (!root.has(key)) root.missing(key);
  const located = root.entries('stages');
  for (const { name, path } of [...located, ...root.entries('roles'), ...root.entries('teams')]) {
    if (!isSafeName(name)) problems.push(problem(path, 'unsafe-name', { name }));
  }
  const staffFields = readAllStaffFields(located, problems);
  const overrides = compileOverrides(root, context.computed, problems);
  const scope = workflowScope(context.scope, staffFields.byAction, {
    teams: root.entries('teams').map((team) => team.name),
    overridden: overrides.map(({ field }) => field),
  });
  const stages = located.map((stage) =>
    compileStage(stage.name, stage, {
      scope,
      staffFields: staffFields.byPath,
      tables: context.tables ?? {},
      problems,
    }),
  );
  const workflow: Workflow = {
    start: root.text('start'),
    onArrival: readEffects(root, 'onArrival', problems),
    roles: new FrozenMap(
      root.entries('roles').map(({ name, value: role, path }) => [name, readRole(role, path, problems)]),
    ),
    teams: new FrozenMap(
      root.entries('teams').map(({ name, value: team, path }) => [name, readTeam(team, path, problems)]),
    ),
    stages: new FrozenMap(stages.map((stage) => [stage.name, stage])),
    reasons: root.list('reasons').map((reason) => readReason(reason, problems)),
    highlights: compileHighlights(root, scope, problems),
    access: compileAccess(root, problems),
    lists: compileLists(root, context.listable, problems),
    proofs: root.list('proofs').map((proof) => readProof(proof, context.files, problems)),
    overrides,
    keyedTwice: readKeyedTwice(root, context.keyable, problems),
  };
  problems.push(...findWorkflowProblems(FILE, workflow, context));
  return problems.length > 0 ? { problems } : { workflow, problems };
}

function readRole(value: unknown, path: string, problems: Problem[]): Role {
  const reader = new ObjectReader(value, path, problems, [
    'title',
    'recommendOnly',
    'substitutes',
    'supervisor',
    'receivesPaper',
    'exports',
  ]);
  return {
    title: reader.text('title'),
    recommendOnly: reader.flag('recommendOnly'),
    substitutes: !reader.has('substitutes') || reader.flag('substitutes'),
    supervisor: reader.flag('supervisor'),
    receivesPaper: reader.flag('receivesPaper'),
    exports: reader.flag('exports'),
  };
}

function readTeam(value: unknown, path: string, problems: Problem[]): { readonly title: string } {
  return { title: new ObjectReader(value, path, problems, ['title']).text('title') };
}

/** @param files paths of the questions for files; left out, any may be named */
function readProof(
  { value, path }: Located,
  files: readonly string[] | undefined,
  problems: Problem[],
): Proof {
  const reader = new ObjectReader(value, path, problems, ['file', 'proves']);
  for (const key of ['file', 'proves']) if (!reader.has(key)) reader.missing(key);
  const file = reader.text('file');
  if (files && file !== '' && !files.includes(file))
    reader.report(reader.at('file').path, 'proof-not-file', { name: file });
  return { file, proves: reader.texts('proves') };
}

/** @param keyable paths of what one box takes; left out, any may be named */
function readKeyedTwice(
  root: ObjectReader,
  keyable: readonly string[] | undefined,
  problems: Problem[],
): readonly string[] {
  const fields = root.texts('keyedTwice');
  fields.forEach((name, index) => {
    if (keyable && !keyable.includes(name))
      problems.push(problem(`${root.at('keyedTwice').path}/${index}`, 'not-keyed-twice', { name }));
  });
  return fields;
}

function readReason({ value, path }: Located, problems: Problem[]): Workflow['reasons'][number] {
  const reader = new ObjectReader(value, path, problems, ['code', 'title', 'text']);
  return { code: reader.text('code'), title: reader.text('title'), text: reader.text('text') };
}

/**
 * Staff fields come first, because every expression may read them. The shapes around them are read a second time,
 * and reported, with the stages.
 */
function readAllStaffFields(stages: readonly (Located & { readonly name: string })[], problems: Problem[]) {
  const byPath = new Map<string, Action['requires']['fields']>();
  const byAction: (readonly [string, NonNullable<Action['requires']['fields']>])[] = [];
  for (const stage of stages) {
    for (const [name, value] of Object.entries(membersOf(membersOf(stage.value)['actions']))) {
      const path = pointer(pointer(stage.path, 'actions'), name);
      if (!isSafeName(name)) problems.push(problem(path, 'unsafe-name', { name }));
      const fields = membersOf(membersOf(value)['requires'])['fields'];
      if (fields === undefined) continue;
      const located = { value: fields, path: pointer(pointer(path, 'requires'), 'fields') };
      const schema = readStaffFields(located, problems);
      if (!schema) continue;
      byPath.set(path, schema);
      byAction.push([name, schema]);
      for (const { action, field } of conflictingStaffFields(byAction)) {
        if (action === name) problems.push(problem(located.path, 'staff-field-conflict', { action, field }));
      }
    }
  }
  return { byPath, byAction };
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}
