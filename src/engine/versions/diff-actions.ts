import type { Action, Route, Stage } from '../workflow/workflow.js';
import { type Change, EVERYONE, type Impact, STAFF } from './change.js';
import type { SideBySide } from './comparison.js';
import { isSame, plain } from './plain.js';
import {
  type ChangedSetting,
  changedSettings,
  flattened,
  type Setting,
  type SettingRules,
} from './settings.js';

const WORDS: Setting = { who: STAFF, impact: 'words' };
const RESULT: Setting = { who: STAFF, impact: 'changes-result' };
const DESK: Setting = { who: STAFF, impact: 'none' };
const SETTINGS: SettingRules = {
  name: null,
  routes: null,
  title: WORDS,
  pastTitle: WORDS,
  tone: WORDS,
  by: { who: EVERYONE, impact: 'changes-result' },
  roles: RESULT,
  when: RESULT,
  notActorOf: RESULT,
  approves: RESULT,
  extends: { who: EVERYONE, impact: 'changes-result' },
  effects: { who: EVERYONE, impact: 'changes-result' },
  'requires.reason': DESK,
  'requires.publicReason': DESK,
  'requires.publicReasonMinLength': DESK,
  'requires.targets': DESK,
  'requires.opinions': DESK,
  'requires.fields': DESK,
};

/** What may be done in a stage. An action is known by its name there. */
export function diffActions(old: Stage, now: Stage, sides: SideBySide): readonly Change[] {
  return [
    ...[...old.actions.values()]
      .filter(({ name }) => !now.actions.has(name))
      .map((action) => change('action-removed', now, action, 'changes-result', {}, action.title, null)),
    ...[...now.actions.values()].flatMap((action) => {
      const was = old.actions.get(action.name);
      return was
        ? diffAction(was, action, old, now, sides)
        : [change('action-added', now, action, 'looser', {}, null, action.title)];
    }),
  ];
}

function diffAction(
  old: Action,
  now: Action,
  oldStage: Stage,
  stage: Stage,
  sides: SideBySide,
): readonly Change[] {
  const flat = (action: Action) => flattened(action, ['requires']);
  const settings = changedSettings(flat(old), flat(now), SETTINGS, RESULT, sides.renaming.value)
    .filter((setting) => !followsStage(setting, oldStage, stage))
    .map(({ name, before, after, impact, who }): Change => ({
      ...change('action-setting', stage, now, impact, { setting: name }, before, after),
      place: `${placeOf(stage, now)}/${name.replaceAll('.', '/')}`,
      who: now.by === 'applicant' ? EVERYONE : who,
    }));
  const [was, is] = [routesOf(old.routes, sides.renaming.value), routesOf(now.routes)];
  return [
    ...settings,
    ...(isSame(was, is)
      ? []
      : [change('action-routes', stage, now, 'changes-result', {}, routesOf(old.routes), is)]),
  ];
}

/** An action without roles of its own is the stage's role's; that has been said with the stage. */
function followsStage({ name, before, after }: ChangedSetting, old: Stage, now: Stage): boolean {
  return name === 'roles' && isSame(before, [old.role]) && isSame(after, [now.role]);
}

/** Routes as they are written: what a table of routes says is the table's difference. */
export function routesOf(
  routes: readonly Route[],
  read: (value: unknown) => unknown = plain,
): readonly unknown[] {
  return routes.map((route) => read(route.kind === 'table' ? { ...route, rows: null } : route));
}

function change(
  code: string,
  stage: Stage,
  action: Action,
  impact: Impact,
  params: Change['params'],
  before: unknown,
  after: unknown,
): Change {
  return {
    code,
    place: placeOf(stage, action),
    subject: { kind: 'stage', name: stage.name },
    who: action.by === 'applicant' ? EVERYONE : STAFF,
    impact,
    params: { stage: stage.title, action: action.title, ...params },
    before,
    after,
  };
}

function placeOf(stage: Stage, action: Action): string {
  return `workflow.json#/stages/${stage.name}/actions/${action.name}`;
}
