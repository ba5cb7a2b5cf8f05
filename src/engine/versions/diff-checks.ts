import type { CheckPlan } from '../answers/plan.js';
import { APPLICANT, type Change, EVERYONE, type Impact } from './change.js';
import { type Differ, labelIn, readsInWords, type SideBySide } from './comparison.js';
import { isUnchanged } from './diff-conditions.js';

/** The checks across questions. A check is known by its id and the question beside which its message stands. */
export const diffChecks: Differ = (sides) => {
  const olds = sides.before.procedure.form.plan.checks;
  const nows = sides.after.procedure.form.plan.checks;
  const pairs = pairChecks(olds, nows, sides);
  const kept = new Set(pairs.values());
  return [
    ...olds.filter((old) => !pairs.has(old)).map((old) => comeOrGone('check-removed', old, sides)),
    ...nows.filter((now) => !kept.has(now)).map((now) => comeOrGone('check-added', now, sides)),
    ...[...pairs].flatMap(([old, now]) => differences(old, now, sides)),
  ];
};

function pairChecks(
  olds: readonly CheckPlan[],
  nows: readonly CheckPlan[],
  { renaming }: SideBySide,
): ReadonlyMap<CheckPlan, CheckPlan> {
  const pairs = new Map<CheckPlan, CheckPlan>();
  const free = (now: CheckPlan) => ![...pairs.values()].includes(now);
  const beside = ({ check }: CheckPlan, now: CheckPlan) =>
    check.id === now.check.id && renaming.field(check.target) === now.check.target;
  for (const old of olds) {
    const now = nows.find((candidate) => beside(old, candidate) && free(candidate));
    if (now) pairs.set(old, now);
  }
  for (const old of olds) {
    if (pairs.has(old)) continue;
    const alike = nows.filter((now) => now.check.id === old.check.id && free(now));
    const [now] = alike;
    if (now && alike.length === 1) pairs.set(old, now);
  }
  return pairs;
}

function comeOrGone(code: 'check-added' | 'check-removed', plan: CheckPlan, sides: SideBySide): Change {
  const { check } = plan;
  const isError = check.level === 'error';
  return {
    ...about(plan, sides),
    code: `${code}${isError ? '' : '-warning'}`,
    impact: isError ? (code === 'check-added' ? 'stricter' : 'looser') : 'none',
    before: code === 'check-added' ? null : check.expression.source,
    after: code === 'check-added' ? check.expression.source : null,
  };
}

function differences(old: CheckPlan, now: CheckPlan, sides: SideBySide): readonly Change[] {
  const [was, is] = [old.check, now.check];
  const common = about(now, sides);
  const change = (code: string, impact: Impact, before: unknown, after: unknown): Change => ({
    ...common,
    code,
    impact,
    before,
    after,
  });
  const isError = is.level === 'error';
  return [
    ...(was.level === is.level
      ? []
      : [
          isError
            ? change('check-became-error', 'stricter', was.level, is.level)
            : change('check-became-warning', 'looser', was.level, is.level),
        ]),
    ...(isUnchanged(was.expression, is.expression, sides)
      ? []
      : [
          change('check-changed', isError ? 'stricter' : 'none', was.expression.source, is.expression.source),
        ]),
    ...(was.message === is.message ? [] : [change('check-message', 'words', was.message, is.message)]),
    ...(sides.renaming.field(was.target) === is.target
      ? []
      : [change('check-target', 'none', was.target, is.target)]),
    ...(was.criterion === is.criterion
      ? []
      : [change('check-criterion', 'none', was.criterion, is.criterion)]),
  ];
}

function about(
  { check, place }: CheckPlan,
  sides: SideBySide,
): Pick<Change, 'place' | 'subject' | 'who' | 'params'> {
  const { nodes } = sides.form.after;
  const target = nodes.get(check.target) ?? sides.form.before.nodes.get(check.target);
  return {
    place,
    subject: { kind: 'check', name: check.id },
    who: check.level === 'error' ? APPLICANT : EVERYONE,
    params: {
      field: target ? labelIn(sides, target) : '',
      message: check.message,
      reads: readsInWords(sides, check.expression.reads),
    },
  };
}
