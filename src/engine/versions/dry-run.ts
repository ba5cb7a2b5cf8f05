import type { Answers, Evaluation } from '../answers/answers.js';
import { evaluateAnswers } from '../answers/evaluate-answers.js';
import { isUnanswered } from '../answers/is-unanswered.js';
import { fieldPathAt } from '../answers/resolve-pointer.js';
import { withoutComputed } from '../answers/without-computed.js';
import type { IsoDate } from '../procedure/procedure.js';
import type { Problem } from '../problem.js';
import { answerLeaves, pointerUnder, valueAt } from './answer-leaves.js';
import { carryAnswers } from './carry-answers.js';
import { type Finding, gravest, type Verdict } from './outcome.js';
import { isSame } from './plain.js';
import { pathAfter, stageAfter } from './plan.js';
import type { StoredItem } from './stored-item.js';
import type { VersionComparison } from './version-comparison.js';

/**
 * What the new version would make of one stored draft or application. Nothing is changed. An application that is
 * closed keeps its version whatever comes, so nothing is ever found with it.
 *
 * @param today for drafts; an application has the day on which it was submitted
 */
export function dryRunOne(comparison: VersionComparison, item: StoredItem, today: IsoDate): Verdict {
  return tryOut(comparison, item, today).verdict;
}

/** The verdict with what it was made from, for whoever goes on to move the item. */
export interface Trial {
  readonly verdict: Verdict;
  /** What people gave, carried over to the new version. */
  readonly carried: Answers;
  readonly evaluation: Evaluation | null;
}

export function tryOut(comparison: VersionComparison, item: StoredItem, today: IsoDate): Trial {
  const { before, after, steps } = comparison;
  if (item.kind === 'application' && isClosed(comparison, item.state.stage)) {
    return { verdict: verdictOf(item, []), carried: item.answers, evaluation: null };
  }
  const context = { today: item.kind === 'application' ? item.submittedOn : today };
  const was = evaluateAnswers(before.procedure.form, item.answers, context, before.validators);
  const given = withoutComputed(before.procedure.form, item.answers, 'kept');
  const carried = withoutComputed(after.procedure.form, carryAnswers(given, steps), 'kept');
  const is = evaluateAnswers(after.procedure.form, carried, context, after.validators);
  const findings = [
    ...(item.kind === 'application' ? goneStages(comparison, item) : []),
    ...lostAnswers(comparison, was, is),
    ...newProblems(comparison, item, was, is),
    ...changedResults(comparison, was, is),
  ];
  return { verdict: verdictOf(item, findings), carried, evaluation: is };
}

function verdictOf({ id, kind }: StoredItem, findings: readonly Finding[]): Verdict {
  return { id, kind, outcome: gravest(findings), findings };
}

function isClosed({ before }: VersionComparison, stage: string): boolean {
  return before.procedure.workflow.stages.get(stage)?.kind === 'final';
}

function goneStages(
  { after, steps }: VersionComparison,
  { state }: Extract<StoredItem, { kind: 'application' }>,
): readonly Finding[] {
  const places = [...new Set([state.stage, ...(state.correction ? [state.correction.origin] : [])])];
  return places
    .filter((stage) => !after.procedure.workflow.stages.has(stageAfter(stage, steps)))
    .map((stage) => ({ outcome: 'stage-gone', stage }));
}

/** What was asked and answered, and is not asked any more or has no question. */
function lostAnswers(
  { before, after, steps }: VersionComparison,
  was: Evaluation,
  is: Evaluation,
): readonly Finding[] {
  return answerLeaves(before.procedure.form, was.answers).flatMap(({ field, path, pointer }): Finding[] => {
    if (field.compute) return [];
    const place = pathAfter(path, steps);
    const now = after.procedure.form.fields.get(place);
    const isThere = now !== undefined && !isUnanswered(valueAt(is.answers, pointerUnder(place, pointer)));
    return isThere ? [] : [{ outcome: 'answers-lost', path: pointer }];
  });
}

/** Codes that no answer to the question itself can cure. */
const NOT_BY_ONE_ANSWER = ['check', 'cannot-compute', 'not-computed'];
/** Codes that only say that somebody is not there yet. */
const NOT_YET = ['required', 'consent-required', 'not-computed'];

function newProblems(
  { steps }: VersionComparison,
  item: StoredItem,
  was: Evaluation,
  is: Evaluation,
): readonly Finding[] {
  const known = new Set(
    errorsOf(was).map((old) =>
      keyOf(old, old.path === '' ? '' : pointerUnder(pathAfter(fieldPathAt(old.path), steps), old.path)),
    ),
  );
  return errorsOf(is)
    .filter((found) => !known.has(keyOf(found, found.path)))
    .filter(
      (found) => item.kind === 'application' || !NOT_YET.includes(found.code) || isBegun(is, found.path),
    )
    .map((problem) => ({
      outcome: NOT_BY_ONE_ANSWER.includes(problem.code) ? 'now-refused' : 'must-answer-again',
      problem,
    }));
}

function errorsOf({ problems }: Evaluation): readonly Problem[] {
  return problems.filter(({ level }) => level === 'error');
}

function keyOf({ code, params }: Problem, path: string): string {
  return `${path} ${code} ${String(params?.['id'] ?? '')}`;
}

/** A draft meets the questions of a page it has not reached when it gets there; nothing is asked again. */
function isBegun({ answers }: Evaluation, pointer: string): boolean {
  return hasAnswer(answers[pointer.split('/')[1] ?? '']);
}

function hasAnswer(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return !isUnanswered(value);
  return Object.values(value).some(hasAnswer);
}

function changedResults({ sides }: VersionComparison, was: Evaluation, is: Evaluation): readonly Finding[] {
  const pairs = [...sides.form.pairs].filter(([old, now]) => old.field?.compute && now.field?.compute);
  const afterOf = new Map(pairs.map(([old, now]) => [old.path, now.path]));
  const places = new Map<string, unknown>();
  for (const leaf of answerLeaves(sides.before.procedure.form, was.answers)) {
    const now = afterOf.get(leaf.path);
    if (now !== undefined) places.set(pointerUnder(now, leaf.pointer), leaf.value);
  }
  const computed = new Set(afterOf.values());
  for (const leaf of answerLeaves(sides.after.procedure.form, is.answers)) {
    if (computed.has(leaf.path) && !places.has(leaf.pointer)) places.set(leaf.pointer, null);
  }
  return [...places].flatMap(([path, before]): Finding[] => {
    const after = valueAt(is.answers, path) ?? null;
    return isSame(before, after) ? [] : [{ outcome: 'result-changed', path, before, after }];
  });
}
