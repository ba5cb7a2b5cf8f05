import type { Answers } from '../answers/answers.js';
import { fieldPathAt } from '../answers/resolve-pointer.js';
import type { IsoDate } from '../procedure/procedure.js';
import type { WorkflowState } from '../workflow/review-state.js';
import { answerLeaves, foreignMembers, pointerUnder, valueAt } from './answer-leaves.js';
import { possibleTreatments } from './check-plan.js';
import { tryOut, type Trial } from './dry-run.js';
import type { Finding, Verdict } from './outcome.js';
import { isSame } from './plain.js';
import {
  isWithin,
  pathAfter,
  type Plan,
  type PlanStep,
  stageAfter,
  type Treatment,
  TREATMENTS,
} from './plan.js';
import type { StoredItem } from './stored-item.js';
import { undoOf, type Undo } from './undo.js';
import type { VersionComparison } from './version-comparison.js';

/** What a plan did with one item. */
export interface Applied {
  /** As it is to be stored; the same object where nothing was done. */
  readonly item: StoredItem;
  /** Takes it back (`revert`); null where nothing was done. */
  readonly undo: Undo | null;
  /** `elsewhere`: it is not of the version that the plan leads from; moved already, for instance. */
  readonly done: Treatment | 'elsewhere';
  readonly verdict: Verdict | null;
  /** Pointers of old answers that the moved item does not hold; empty unless it moved. */
  readonly dropped: readonly string[];
  /** With `ask-again`: pointers of questions in the moved answers, and why each is asked. */
  readonly ask: readonly { readonly path: string; readonly code: string }[];
}

/**
 * Does with one item what the plan says. Pure and repeatable: what has moved is left alone the second time. No answer
 * vanishes: it is carried, mapped or named in `dropped`.
 *
 * @param comparison made with the plan's steps
 * @param today for drafts; an application has the day on which it was submitted
 */
export function applyPlan(
  plan: Plan,
  comparison: VersionComparison,
  item: StoredItem,
  today: IsoDate,
): Applied {
  if (item.version !== plan.from) {
    return { item, undo: null, done: 'elsewhere', verdict: null, dropped: [], ask: [] };
  }
  const trial = tryOut(comparison, item, today);
  const { verdict } = trial;
  const done = trial.evaluation === null ? 'pin' : treatmentOf(plan, item, verdict);
  if (done === 'pin') return { item, undo: null, done, verdict, dropped: [], ask: [] };
  const moved = movedItem(plan, item, trial);
  const ask = verdict.findings.flatMap((finding) =>
    'problem' in finding ? [{ path: finding.problem.path, code: finding.problem.code }] : [],
  );
  return {
    item: moved,
    undo: undoOf(item, moved),
    done: ask.length > 0 ? 'ask-again' : 'migrate',
    verdict,
    dropped: droppedAnswers(comparison, item, trial.carried, moved.answers),
    ask,
  };
}

/** The most cautious of what the rules say about its findings. */
function treatmentOf(plan: Plan, item: StoredItem, { findings }: Verdict): Treatment {
  const found = findings.length > 0 ? findings : (['unaffected'] as const);
  const treatments = found.map((finding) => ruleFor(plan, item, finding));
  return TREATMENTS.find((treatment) => treatments.includes(treatment)) ?? 'pin';
}

function ruleFor(plan: Plan, item: StoredItem, finding: Finding | 'unaffected'): Treatment {
  const outcome = finding === 'unaffected' ? finding : finding.outcome;
  const group = item.kind === 'draft' ? 'drafts' : 'applications';
  const stage = item.kind === 'application' ? item.state.stage : null;
  const path = finding === 'unaffected' ? null : pathOf(finding);
  const rule = plan.rules.find(
    ({ when, of, field, stage: only }) =>
      when === outcome &&
      (of === undefined || of === group) &&
      (only === undefined || only === stage) &&
      (field === undefined || (path !== null && isWithin(path, field))),
  );
  const wanted = rule?.do ?? plan.default[group];
  // What cannot move as it is stays where it is valid.
  return possibleTreatments(outcome).includes(wanted) ? wanted : 'pin';
}

function pathOf(finding: Finding): string | null {
  if (finding.outcome === 'stage-gone') return null;
  return fieldPathAt('problem' in finding ? finding.problem.path : finding.path);
}

function movedItem(plan: Plan, item: StoredItem, { carried, evaluation }: Trial): StoredItem {
  if (item.kind === 'draft') return { ...item, version: plan.to, answers: carried };
  return {
    ...item,
    version: plan.to,
    // As a submission keeps them: pruned, and computed by us.
    answers: evaluation?.answers ?? carried,
    state: movedState(item.state, plan.steps),
  };
}

/** Everything in it that names a stage or a question. */
function movedState(state: WorkflowState, steps: readonly PlanStep[]): WorkflowState {
  const { correction } = state;
  return {
    ...state,
    stage: stageAfter(state.stage, steps),
    actors: Object.fromEntries(
      Object.entries(state.actors).map(([stage, ids]) => [stageAfter(stage, steps), ids]),
    ),
    correction: correction && {
      ...correction,
      origin: stageAfter(correction.origin, steps),
      targets: correction.targets.map((target) => ({ ...target, path: targetAfter(target.path, steps) })),
    },
  };
}

/** A target may name its row by number or by id; either stays with the row. */
function targetAfter(pointer: string, steps: readonly PlanStep[]): string {
  const row = /\/(\d+|@[A-Za-z0-9_-]+)(?=\/|$)/.exec(pointer)?.[1];
  const isRow = row !== undefined && pointer.endsWith(`/${row}`);
  const path = fieldPathAt(pointer).replace(isRow ? /\[\]$/ : /$^/, '');
  const moved = `/${pathAfter(path, steps)
    .replace('[]', `/${row ?? ''}`)
    .replaceAll('.', '/')}`;
  return isRow ? `${moved}/${row}` : moved;
}

function droppedAnswers(
  { before, steps }: VersionComparison,
  item: StoredItem,
  carried: Answers,
  answers: Answers,
): readonly string[] {
  const { form } = before.procedure;
  const lost = answerLeaves(form, item.answers).flatMap(({ field, path, pointer }) => {
    if (field.compute) return [];
    const place = pointerUnder(pathAfter(path, steps), pointer);
    const now = valueAt(answers, place);
    const isDropped = steps.some((step) => 'drop' in step && isWithin(path, step.drop));
    return !isDropped && now !== undefined && isSame(now, valueAt(carried, place)) ? [] : [pointer];
  });
  return [...foreignMembers(form, item.answers), ...lost];
}
