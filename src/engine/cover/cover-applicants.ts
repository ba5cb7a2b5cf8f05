import type { PageValidators } from '../answers/answers.js';
import { civilDateInJapan } from '../japanese/civil-date.js';
import type { IsoInstant, Procedure } from '../procedure/procedure.js';
import { type Example, readExample } from '../procedure/read-example.js';
import { coverForm, type FormCover, type Found } from './cover-form.js';
import { addDays } from './days.js';
import { describeApplicant } from './describe-applicant.js';
import type { FormGoal } from './form-goals.js';
import type { Goal, GoalReport } from './goal.js';
import { type ReviewWalk, ReviewWalker } from './review-walk.js';
import { startGoals } from './start-goals.js';
import { routesBehindTables, workflowGoals } from './workflow-goals.js';
import { World } from './world.js';
import { writeExample } from './write-example.js';

export interface CoverOptions {
  /** When the applicants apply; left out: on the second day of the window. */
  readonly now?: IsoInstant;
  /** Evaluations of answers that may be spent; left out: enough for a large form. */
  readonly budget?: number;
  /** Told how many evaluations were made. */
  readonly onProgress?: (spent: number, budget: number) => void;
}

export interface GeneratedApplicant {
  readonly example: Example;
  /** The file of the example, written. */
  readonly text: string;
  /** Ids of the goals they reach. */
  readonly reaches: readonly string[];
}

export interface Cover {
  /** Few applicants who together reach every goal that was found. */
  readonly applicants: readonly GeneratedApplicant[];
  readonly goals: readonly GoalReport[];
  /** Evaluations made. */
  readonly spent: number;
}

const ENOUGH = 40_000;
/** Walks through the review that one application may be sent on again, each from its arrival. */
const MOST_WALKS = 40;

/**
 * Applicants for a procedure: few, made up, and such that every page and question is asked of somebody and not of
 * somebody else, every choice made, every branch taken, every boundary touched, every check met and failed, and every
 * stage, action, route, timer, message and notice of the review reached. Deterministic: the same procedure gives the
 * same applicants, byte for byte.
 *
 * What is not reached is either proved to be unreachable or was not found; the report says which.
 */
export function coverApplicants(
  procedure: Procedure,
  validators: PageValidators,
  options: CoverOptions = {},
): Cover {
  const now = options.now ?? usualNow(procedure);
  const budget = options.budget ?? ENOUGH;
  const world = new World(procedure, validators, now, budget, (spent) => options.onProgress?.(spent, budget));
  const cover = coverForm(world, startGoals(procedure, world.probes));
  const review = workflowGoals(procedure);
  const walked = walkAll(world, cover, review);
  const applicants = walked.map(({ found, walk, news }, index) => {
    const { title, slug } = describeApplicant(procedure, world.map, cover, found, news, walk);
    const file = `examples/generated-${String(index + 1).padStart(2, '0')}-${slug}.json`;
    const text = writeExample(title, now, found.look, world.map, world.arrivalOf(found.look), walk);
    const { example, problems } = readExample(file, text);
    if (!example) throw new Error(`A generated example cannot be read: ${JSON.stringify(problems)}`);
    const reaches = [
      ...new Set([...[...found.reached].map(({ goal }) => goal.id), ...(walk?.reached ?? [])]),
    ];
    return { example, text, reaches };
  });
  const unreachable = new Set([...cover.unreachable].map(({ goal }) => goal.id));
  routesBehindTables(procedure).forEach((id) => unreachable.add(id));
  return { applicants, goals: report(cover, unreachable, review, applicants), spent: world.spent };
}

/** Ten in the morning of the second day on which applications are taken, when there is one. */
function usualNow({ info: { acceptanceWindow } }: Procedure): IsoInstant {
  const { opensAt, closesAt } = acceptanceWindow;
  const second = `${addDays(civilDateInJapan(opensAt), 1)}T10:00:00+09:00`;
  return Date.parse(second) <= Date.parse(closesAt) ? second : opensAt;
}

interface Walked {
  readonly found: Found;
  readonly walk: ReviewWalk | null;
  /** Goals of the form that nobody before reached. */
  readonly news: readonly FormGoal[];
}

/** Sends applicants through the review until nothing new is seen; some are sent again from their arrival. */
function walkAll(world: World, cover: FormCover, review: readonly Goal[]): readonly Walked[] {
  const walker = new ReviewWalker(world.procedure);
  const open = new Set(review.map((goal) => goal.id));
  const seen = new Set<FormGoal>();
  const walked: Walked[] = [];
  const send = (found: Found, isFirst: boolean): boolean => {
    const arrival = world.arrivalOf(found.look);
    const walk = arrival && walker.walk(arrival, world.now, (id) => open.has(id));
    const gained = [...(walk?.reached ?? [])].filter((id) => open.delete(id)).length;
    if (!isFirst && gained === 0) return false;
    const news = isFirst ? [...found.reached].filter((goal) => !seen.has(goal)) : [];
    news.forEach((goal) => seen.add(goal));
    walked.push({ found, walk: gained > 0 ? walk : null, news });
    return true;
  };
  cover.found.forEach((found) => send(found, true));
  const sound = cover.found.filter(({ look }) => look.errors.length === 0);
  for (const found of sound) {
    while (open.size > 0 && walked.length < cover.found.length + MOST_WALKS && send(found, false));
  }
  return walked;
}

function report(
  { goals }: FormCover,
  unreachable: ReadonlySet<string>,
  review: readonly Goal[],
  applicants: readonly GeneratedApplicant[],
): readonly GoalReport[] {
  const by = new Map<string, string[]>();
  for (const { example, reaches } of applicants) {
    for (const id of reaches) by.set(id, [...(by.get(id) ?? []), example.file]);
  }
  const all = new Map([...goals.map(({ goal }) => goal), ...review].map((goal) => [goal.id, goal]));
  return [...all.values()].map((goal) => {
    const files = by.get(goal.id);
    if (files) return { ...goal, verdict: 'reached', by: files };
    return { ...goal, verdict: unreachable.has(goal.id) ? 'unreachable' : 'not-found' };
  });
}
