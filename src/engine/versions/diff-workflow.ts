import { type Change, EVERYONE, type Impact, STAFF } from './change.js';
import type { Differ } from './comparison.js';
import { isSame, plain } from './plain.js';
import { changedSettings, type SettingRules } from './settings.js';

const FILE = 'workflow.json#';
const SETTINGS: SettingRules = {
  roles: null,
  teams: null,
  stages: null,
  reasons: null,
  highlights: { who: EVERYONE, impact: 'words' },
  access: { who: STAFF, impact: 'none' },
  lists: { who: STAFF, impact: 'none' },
  proofs: { who: STAFF, impact: 'none' },
  overrides: { who: STAFF, impact: 'none' },
  keyedTwice: { who: STAFF, impact: 'none' },
  start: { who: STAFF, impact: 'changes-result' },
  onArrival: { who: EVERYONE, impact: 'changes-result' },
};

/** The review as a whole: where it starts, who takes part, which reasons are at hand. */
export const diffWorkflow: Differ = (sides) => {
  const [was, is] = [sides.before.procedure.workflow, sides.after.procedure.workflow];
  const rest = { who: STAFF, impact: 'changes-result' } as const;
  const settings = changedSettings(was, is, SETTINGS, rest, sides.renaming.value).map(
    ({ name, before, after, impact, who }): Change => ({
      code: 'workflow-setting',
      place: `${FILE}/${name}`,
      subject: { kind: 'procedure', name },
      who,
      impact,
      params: { setting: name },
      before,
      after,
    }),
  );
  return [
    ...settings,
    ...titled('role', was.roles, is.roles, 'changes-result'),
    ...titled('team', was.teams, is.teams, 'changes-result'),
    ...titled('reason', byCode(was.reasons), byCode(is.reasons), 'none'),
  ];
};

interface Titled {
  readonly title: string;
}

/** Things known by name that have a title and little else: roles, teams, ready reasons. */
function titled(
  code: 'role' | 'team' | 'reason',
  olds: ReadonlyMap<string, Titled>,
  nows: ReadonlyMap<string, Titled>,
  whenGone: Impact,
): readonly Change[] {
  const change = (
    what: 'added' | 'removed' | 'title' | 'changed',
    name: string,
    impact: Impact,
    title: string,
    values: readonly [before: unknown, after: unknown],
  ): Change => ({
    code: `${code}-${what}`,
    place: code === 'reason' ? `${FILE}/reasons` : `${FILE}/${code}s/${name}`,
    subject: { kind: code === 'role' ? 'role' : 'procedure', name },
    who: STAFF,
    impact,
    params: { title },
    before: values[0],
    after: values[1],
  });
  return [
    ...[...olds]
      .filter(([name]) => !nows.has(name))
      .map(([name, old]) => change('removed', name, whenGone, old.title, [old.title, null])),
    ...[...nows].flatMap(([name, now]): readonly Change[] => {
      const old = olds.get(name);
      if (!old) return [change('added', name, 'none', now.title, [null, now.title])];
      const [was, is] = [plain({ ...old, title: '' }), plain({ ...now, title: '' })];
      return [
        ...(old.title === now.title
          ? []
          : [change('title', name, 'words', now.title, [old.title, now.title])]),
        ...(isSame(was, is)
          ? []
          : [change('changed', name, code === 'reason' ? 'words' : 'changes-result', now.title, [was, is])]),
      ];
    }),
  ];
}

function byCode<T extends { readonly code: string }>(reasons: readonly T[]): ReadonlyMap<string, T> {
  return new Map(reasons.map((reason) => [reason.code, reason]));
}
