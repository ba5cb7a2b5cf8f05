import type { Stage, StageCheck } from '../workflow/workflow.js';
import { APPLICANT, type Change, EVERYONE, type Impact, STAFF } from './change.js';
import type { Differ, SideBySide } from './comparison.js';
import { isUnchanged } from './diff-conditions.js';
import { diffActions, routesOf } from './diff-actions.js';
import { isSame } from './plain.js';
import { changedSettings, flattened, type Setting, type SettingRules } from './settings.js';

const RESULT: Setting = { who: STAFF, impact: 'changes-result' };
const SEEN: Setting = { who: APPLICANT, impact: 'words' };
const SETTINGS: SettingRules = {
  name: null,
  checks: null,
  routes: null,
  actions: null,
  title: { who: STAFF, impact: 'words' },
  'publicStatus.label': SEEN,
  'publicStatus.explanation': SEEN,
  'publicStatus.tone': SEEN,
  kind: RESULT,
  role: RESULT,
  dueWorkingDays: { who: EVERYONE, impact: 'changes-result' },
  dueDays: { who: EVERYONE, impact: 'changes-result' },
  clock: { who: EVERYONE, impact: 'changes-result' },
  outcome: { who: EVERYONE, impact: 'changes-result' },
  approvers: RESULT,
  payment: RESULT,
  opinions: { who: STAFF, impact: 'none' },
  checklist: RESULT,
  timers: { who: EVERYONE, impact: 'changes-result' },
};

/** Stages that came, went, or are not what they were. */
export const diffStages: Differ = (sides) => {
  const { names, removed, added } = sides.stages;
  const [olds, nows] = [sides.before.procedure.workflow.stages, sides.after.procedure.workflow.stages];
  return [
    ...removed.map((stage) =>
      change('stage-removed', stage, stage.kind === 'final' ? 'none' : 'stage-gone', {}, stage.title, null),
    ),
    ...added.map((stage) => change('stage-added', stage, 'changes-result', {}, null, stage.title)),
    ...[...names].flatMap(([from, to]) => {
      const [old, now] = [olds.get(from), nows.get(to)];
      return old && now ? diffStage(old, now, sides) : [];
    }),
  ];
};

function diffStage(old: Stage, now: Stage, sides: SideBySide): readonly Change[] {
  const flat = (stage: Stage) => flattened(stage, ['publicStatus']);
  const settings = changedSettings(flat(old), flat(now), SETTINGS, RESULT, sides.renaming.value).map(
    ({ name, before, after, impact, who }): Change => ({
      ...change(
        'stage-setting',
        now,
        impact,
        { setting: name, ...rolesInWords(name, before, after, sides) },
        before,
        after,
        `/${name.replaceAll('.', '/')}`,
      ),
      who,
    }),
  );
  const [was, is] = [routesOf(old.routes, sides.renaming.value), routesOf(now.routes)];
  return [
    ...(old.name === now.name
      ? []
      : [change('stage-renamed', now, 'none', { from: old.name, to: now.name }, old.name, now.name)]),
    ...settings,
    ...(isSame(was, is)
      ? []
      : [change('stage-routes', now, 'changes-result', {}, routesOf(old.routes), is, '/routes')]),
    ...diffStageChecks(old, now, sides),
    ...diffActions(old, now, sides),
  ];
}

/** A role by its title, as everybody calls it. */
function rolesInWords(
  name: string,
  before: unknown,
  after: unknown,
  { before: { procedure: old }, after: { procedure: now } }: SideBySide,
): Change['params'] {
  if (name !== 'role') return {};
  const [from, to] = [
    old.workflow.roles.get(String(before))?.title,
    now.workflow.roles.get(String(after))?.title,
  ];
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** The automatic checks: what they find decides the lane, and is kept for the official. */
function diffStageChecks(old: Stage, now: Stage, sides: SideBySide): readonly Change[] {
  const about = (code: string, check: StageCheck, before: unknown, after: unknown) =>
    change(code, now, 'changes-result', { title: check.title }, before, after, '/checks');
  return [
    ...old.checks
      .filter(({ id }) => !now.checks.some((check) => check.id === id))
      .map((check) => about('stage-check-removed', check, check.expression.source, null)),
    ...now.checks.flatMap((check): readonly Change[] => {
      const was = old.checks.find(({ id }) => id === check.id);
      if (!was) return [about('stage-check-added', check, null, check.expression.source)];
      const [words, words2] = [
        [was.title, was.message, was.criterion],
        [check.title, check.message, check.criterion],
      ];
      return [
        ...(isUnchanged(was.expression, check.expression, sides)
          ? []
          : [about('stage-check-changed', check, was.expression.source, check.expression.source)]),
        ...(isSame(words, words2)
          ? []
          : [{ ...about('stage-check-words', check, words, words2), impact: 'words' as const }]),
      ];
    }),
  ];
}

function change(
  code: string,
  stage: Stage,
  impact: Impact,
  params: Change['params'],
  before: unknown,
  after: unknown,
  inside = '',
): Change {
  return {
    code,
    place: `workflow.json#/stages/${stage.name}${inside}`,
    subject: { kind: 'stage', name: stage.name },
    who: STAFF,
    impact,
    params: { stage: stage.title, ...params },
    before,
    after,
  };
}
