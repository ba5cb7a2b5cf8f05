import type { Answers } from '../answers/answers.js';
import { isMembers } from '../answers/members.js';
import { canAllBeTrue } from '../logic/can-all-be-true.js';
import { withValue } from './answers-at.js';
import { type FormGoal, formGoals } from './form-goals.js';
import type { Spot } from './form-map.js';
import { numberIn } from './sample-answer.js';
import { Search } from './search.js';
import { necessary } from './target.js';
import type { Look, World } from './world.js';

/** An applicant in the making: answers, and the goals they reach. */
export interface Found {
  readonly look: Look;
  readonly reached: ReadonlySet<FormGoal>;
}

export interface FormCover {
  readonly goals: readonly FormGoal[];
  /** The ordinary applicant from whom all others differ. */
  readonly ordinary: Look;
  readonly found: readonly Found[];
  readonly unreachable: ReadonlySet<FormGoal>;
}

/** Answers already found from which a new search starts, the likeliest first. */
const MOST_SEEDS = 6;

/** Finds applicants for every goal of the form, then lets each of them show as much as it can. */
export function coverForm(world: World, extra: readonly FormGoal[] = []): FormCover {
  const { form } = world.procedure;
  const search = new Search(world);
  const goals = [...formGoals(form, world.map, world.probes), ...extra];
  const ordinary = search.ordinary();
  const looks: Look[] = [ordinary];
  const solutions = new Map<FormGoal, Look>();
  const unreachable = new Set<FormGoal>();
  const neverAsked: string[] = [];
  for (const goal of goals) {
    const known = looks.find((look) => world.isPlain(goal, look) && world.isReached(goal, look));
    if (known) {
      solutions.set(goal, known);
      continue;
    }
    if (isImpossible(goal, world, neverAsked)) {
      unreachable.add(goal);
      const field = world.map.spots.get(goal.goal.place)?.step.field;
      if (goal.goal.kind === 'asked' && field) neverAsked.push(field.path);
      continue;
    }
    const found = search.reachFrom(goal, seedsFor(goal, looks, world));
    if (found) {
      solutions.set(goal, found);
      looks.push(found);
    } else if (search.wasExhausted(goal)) unreachable.add(goal);
  }
  const found = merged(goals, solutions, ordinary, world, search);
  return { goals, ordinary, found, unreachable };
}

/** Those nearest to the goal, and of two equally near the plainer; answers with errors lead nowhere. */
function seedsFor(goal: FormGoal, looks: readonly Look[], world: World): readonly Look[] {
  return looks
    .filter((look) => look.errors.length === 0)
    .map((look, index) => ({ look, index, score: world.scoreOf(goal, look) }))
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, MOST_SEEDS)
    .map(({ look }) => look);
}

/** Proved from the conditions themselves, and from what every accepted answer is like. */
function isImpossible(goal: FormGoal, world: World, neverAsked: readonly string[]): boolean {
  const { target, repeat, arrives } = goal;
  // Only answers that no check stands against arrive.
  const conditions = [...necessary(target), ...(arrives ? alwaysChecked(world) : [])];
  const { form } = world.procedure;
  const row = repeat === null ? undefined : world.map.rowTypes.get(repeat);
  const scope = row ? { ...form.scope, row } : form.scope;
  const facts = [...world.map.spots.values()].flatMap((spot) => alwaysTrue(spot, conditions));
  const absent = neverAsked
    .filter((path) => conditions.some((one) => one.includes(path)))
    .map((path) => `${path} = null`);
  const sources = [...conditions, ...facts, ...absent].map((source) => ({ source }));
  return !canAllBeTrue(sources, { scope, tables: form.tables });
}

/** What no answer that is submitted fails: the checks that stop, where they are written at what is always asked. */
function alwaysChecked({ procedure, map }: World): readonly string[] {
  return procedure.form.plan.checks.flatMap(({ check, owner, repeat }) => {
    const spot = owner && map.spotOf(owner);
    const isAlways = repeat === null && (spot ? map.within(spot) : []).every(({ step }) => !step.askWhen);
    return isAlways && check.level === 'error' ? [`(${check.expression.source}) != false`] : [];
  });
}

/** What holds of a question in every application, if a condition reads it. */
function alwaysTrue({ step, repeat, parent }: Spot, conditions: readonly string[]): readonly string[] {
  const { field } = step;
  if (!field || repeat !== null || !conditions.some((source) => source.includes(field.path))) return [];
  const isAlwaysAsked = !step.askWhen && !parent?.step.askWhen && !parent?.parent?.step.askWhen;
  const bounds = [
    ['>=', numberIn(field.schema, 'minimum')],
    ['<=', numberIn(field.schema, 'maximum')],
    ['>', numberIn(field.schema, 'exclusiveMinimum')],
    ['<', numberIn(field.schema, 'exclusiveMaximum')],
  ] as const;
  return [
    ...(step.required && isAlwaysAsked && !step.compute && field.kind !== 'group'
      ? [`${field.path} != null`]
      : []),
    ...bounds.flatMap(([operator, bound]) =>
      bound === null || step.compute ? [] : [`${field.path} = null or ${field.path} ${operator} ${bound}`],
    ),
  ];
}

/**
 * Few applicants that show everything: each takes over what others were found to do, as long as it keeps showing
 * what it was counted for. Then those are dropped whose every goal somebody else reaches too.
 */
function merged(
  goals: readonly FormGoal[],
  solutions: ReadonlyMap<FormGoal, Look>,
  ordinary: Look,
  world: World,
  search: Search,
): readonly Found[] {
  interface Growing {
    look: Look;
    readonly owes: FormGoal[];
  }
  const sound: Growing[] = [{ look: ordinary, owes: [] }];
  const refused: Growing[] = [];
  for (const goal of goals) {
    const solution = solutions.get(goal);
    if (!solution) continue;
    const isAsPlain = (look: Look) => world.isPlain(goal, look) || !world.isPlain(goal, solution);
    const settled = [...sound, ...refused].find(({ look }) => world.isReached(goal, look) && isAsPlain(look));
    if (settled) {
      settled.owes.push(goal);
      continue;
    }
    if (solution.errors.length > 0) {
      refused.push({ look: solution, owes: [goal] });
      continue;
    }
    const changes = differences(ordinary.given, solution.given);
    const host = sound.find((one) => {
      if (world.isSpent) return false;
      const given = changes.reduce<Answers>(
        (answers, [pointer, value]) => withValue(answers, pointer, value),
        one.look.given,
      );
      const look = search.complete(world.look(given));
      const holds =
        look.errors.length === 0 && [goal, ...one.owes].every((owed) => world.isReached(owed, look));
      if (holds) one.look = look;
      return holds;
    });
    if (host) host.owes.push(goal);
    else sound.push({ look: solution, owes: [goal] });
  }
  const all = [...sound, ...refused].map(({ look }) => ({
    look,
    reached: new Set(
      goals.filter((goal) => {
        const solution = solutions.get(goal);
        const isEnough = !solution || world.isPlain(goal, look) || !world.isPlain(goal, solution);
        return isEnough && world.isReached(goal, look);
      }),
    ),
  }));
  return withoutSuperfluous(all);
}

/** Drops from the end whoever shows nothing that nobody else does. */
export function withoutSuperfluous(all: readonly Found[]): readonly Found[] {
  const kept = [...all];
  for (let at = kept.length - 1; at >= 0; at--) {
    const one = kept[at];
    const others = kept.filter((_, index) => index !== at);
    const isNeeded = [...(one?.reached ?? [])].some(
      (goal) => !others.some((other) => other.reached.has(goal)),
    );
    if (!isNeeded && others.length > 0) kept.splice(at, 1);
  }
  return kept;
}

/** What was answered otherwise, by pointer; lists as a whole. */
export function differences(
  from: unknown,
  to: unknown,
  pointer = '',
): readonly (readonly [string, unknown])[] {
  if (isMembers(from) && isMembers(to)) {
    const names = [...new Set([...Object.keys(from), ...Object.keys(to)])];
    return names.flatMap((name) => differences(from[name], to[name], `${pointer}/${name}`));
  }
  if (from === undefined && isMembers(to) && Object.keys(to).length > 0) {
    return Object.entries(to).flatMap(([name, value]) => differences(undefined, value, `${pointer}/${name}`));
  }
  return JSON.stringify(from) === JSON.stringify(to) ? [] : [[pointer, to]];
}
