import type { Answers } from '../answers/answers.js';
import type { CheckPlan } from '../answers/plan.js';
import type { Problem } from '../problem.js';
import { pointersOf, valueAt, withValue } from './answers-at.js';
import { candidateValues, valuesOfParts } from './candidate-values.js';
import type { FormGoal } from './form-goals.js';
import type { FormMap, Spot } from './form-map.js';
import { sampleAnswer } from './sample-answer.js';
import { probesOf } from './target.js';
import type { Look, World } from './world.js';

interface Move {
  readonly pointer: string;
  readonly value: unknown;
}

const MOST_STEPS = 6;
const MOST_REPAIRS = 12;
/** Evaluations for one goal, from the likeliest seed and from each other. */
const MOST_FOR_FIRST_SEED = 600;
const MOST_FOR_OTHER_SEED = 100;
/** Answers that reach a goal but have more against them than need be, before the best of them will do. */
const MOST_TAKEN = 2;
/** Values of one question that are tried as the first of two. */
const FIRST_VALUES = 3;
/** Combinations of choices that are all tried before it is said that none of them will do. */
const MOST_COMBINATIONS = 300;
/** Two answers at once are only tried where they are few. */
const PAIR_SPOTS = 6;
const PAIR_VALUES = 8;

/** Finds answers by changing one question at a time towards a goal, and mending what that breaks. */
export class Search {
  constructor(private readonly world: World) {}

  /** Answers to everything that must be answered, with nothing against them; the nearest there is otherwise. */
  ordinary(): Look {
    const complete = this.complete(this.world.look({}));
    return this.withoutWarnings(this.mended(complete, new Set(), () => false));
  }

  /** Fills in what is required and missing. */
  complete(start: Look): Look {
    let look = start;
    for (let round = 0; round < MOST_REPAIRS && !this.world.isSpent; round++) {
      const missing = look.errors.filter(({ code }) => code === 'required' || code === 'consent-required');
      if (missing.length === 0) return look;
      const filled = missing.reduce(
        (given, { path }) => withValue(given, path, this.sampleAt(path)),
        look.given,
      );
      if (JSON.stringify(filled) === JSON.stringify(look.given)) return look;
      look = this.world.look(filled);
    }
    return look;
  }

  /**
   * Answers that reach the goal, found from these; null when none were. Better ones have nothing against them but
   * what the goal is about.
   */
  private reach(goal: FormGoal, seed: Look, isFirst: boolean): Look | null {
    const attempt = new Attempt(
      goal,
      this.world.spent + (isFirst ? MOST_FOR_FIRST_SEED : MOST_FOR_OTHER_SEED),
    );
    const inputs = this.inputsOf(goal);
    const sources = this.sourcesOf(goal);
    let [current, best] = [seed, this.world.scoreOf(goal, seed)];
    if (best === 1) this.take(attempt, seed, new Set());
    const moved = new Set<string>();
    for (let step = 0; step < MOST_STEPS && !this.isOver(attempt); step++) {
      let next: { readonly look: Look; readonly pointer: string } | null = null;
      for (const move of this.moves(inputs, sources, current)) {
        if (this.isOver(attempt)) return attempt.found;
        const look = this.tried(current, [move]);
        const reached = this.world.scoreOf(goal, look);
        if (reached === 1) this.take(attempt, look, new Set([...moved, move.pointer]));
        else if (reached > best) [best, next] = [reached, { look, pointer: move.pointer }];
      }
      if (!next) break;
      moved.add(next.pointer);
      current = next.look;
    }
    if (!attempt.found && isFirst) this.lookAhead(attempt, current, moved, best);
    return attempt.found;
  }

  /** From one seed after the other, until answers are found that could not be plainer. */
  reachFrom(goal: FormGoal, seeds: readonly Look[]): Look | null {
    let best: Look | null = null;
    for (const [index, seed] of seeds.entries()) {
      // What two starts could not make plainer, more will hardly.
      if (best && index > 1) return best;
      const found = this.reach(goal, seed, index === 0);
      if (found && this.world.isPlain(goal, found)) return found;
      if (found && (!best || found.errors.length < best.errors.length)) best = found;
    }
    return best;
  }

  /** True when the goal depends on few choices and none of their combinations reaches it: a proof by trying all. */
  wasExhausted(goal: FormGoal): boolean {
    const choices = this.inputsOf(goal).map((spot) => ({ spot, values: allValues(spot, this.world.map) }));
    if (goal.repeat !== null || choices.length === 0) return false;
    const count = choices.reduce(
      (product, { values }) => product * (values?.length ?? Number.POSITIVE_INFINITY),
      1,
    );
    if (count > MOST_COMBINATIONS) return false;
    const start = this.world.look({});
    let rounds: readonly Answers[] = [start.given];
    for (const { spot, values } of choices) {
      rounds = rounds.flatMap((given) =>
        (values ?? []).map((value) => withValue(given, spot.pointer, value)),
      );
    }
    return rounds.every((given) => this.world.scoreOf(goal, this.world.look(given)) < 1);
  }

  /** Where no single answer brings it nearer, two may: the second chosen in the light of the first. */
  private lookAhead(attempt: Attempt, from: Look, moved: ReadonlySet<string>, best: number): void {
    const { goal } = attempt;
    const inputs = this.inputsOf(goal);
    const sources = this.sourcesOf(goal);
    const tries = new Map<string, number>();
    for (const first of this.moves(inputs, sources, from)) {
      const count = (tries.get(first.pointer) ?? 0) + 1;
      tries.set(first.pointer, count);
      if (count > FIRST_VALUES) continue;
      const between = this.tried(from, [first]);
      if (this.world.scoreOf(goal, between) < best / 2) continue;
      for (const second of this.moves(inputs, sources, between)) {
        if (this.isOver(attempt)) return;
        if (second.pointer === first.pointer) continue;
        const look = this.tried(between, [second]);
        if (this.world.scoreOf(goal, look) === 1)
          this.take(attempt, look, new Set([...moved, first.pointer, second.pointer]));
      }
    }
  }

  private take(attempt: Attempt, look: Look, moved: ReadonlySet<string>): void {
    const { goal } = attempt;
    const spared = (one: Problem) => goal.fails !== null && this.world.isOf(goal.fails, one);
    for (const one of [look, this.mended(look, moved, spared)]) {
      if (attempt.isPlain || !this.world.isReached(goal, one)) continue;
      attempt.isPlain = this.world.isPlain(goal, one);
      if (attempt.isPlain || !attempt.found || one.errors.length < attempt.found.errors.length)
        attempt.found = one;
    }
    attempt.taken += 1;
  }

  private isOver(attempt: Attempt): boolean {
    return (
      this.world.isSpent ||
      attempt.isPlain ||
      attempt.taken >= MOST_TAKEN ||
      this.world.spent >= attempt.until
    );
  }

  /** Takes away what stands against the answers, as far as it goes, without touching what was moved on purpose. */
  private mended(start: Look, kept: ReadonlySet<string>, spared: (one: Problem) => boolean): Look {
    let look = start;
    for (let round = 0; round < MOST_REPAIRS; round++) {
      let better: Look | null = null;
      for (const problem of look.errors) {
        if (!spared(problem)) better ??= this.withoutProblem(problem, look, kept, (one) => one.errors);
      }
      if (!better) return look;
      look = better;
    }
    return look;
  }

  private withoutWarnings(start: Look): Look {
    let look = start;
    for (const warning of start.warnings) {
      const better = this.withoutProblem(warning, look, new Set(), (one) => [...one.errors, ...one.warnings]);
      if (better && better.errors.length === 0) look = better;
    }
    return look;
  }

  private withoutProblem(
    problem: Problem,
    look: Look,
    kept: ReadonlySet<string>,
    counted: (look: Look) => readonly Problem[],
  ): Look | null {
    const check = this.checkOf(problem);
    const spots = check ? this.inputsOfCheck(check) : this.spotAt(problem.path);
    const repeat = check?.repeat?.pointer ?? null;
    const sources = check ? this.withDependencies([{ source: check.check.expression.source, repeat }]) : [];
    const before = counted(look).length;
    const isBetter = (one: Look) => counted(one).length < before;
    const moves = this.moves(spots, sources, look).filter(({ pointer }) => !kept.has(pointer));
    const plain = check
      ? []
      : spots.flatMap((spot) =>
          pointersOf(look.given, spot.pointer).map((pointer) => ({ pointer, value: this.sampleAt(pointer) })),
        );
    for (const move of [...plain, ...moves]) {
      if (this.world.isSpent) return null;
      const tried = this.tried(look, [move]);
      if (isBetter(tried)) return tried;
    }
    return check ? this.twoAtOnce(moves, look, isBetter) : null;
  }

  private twoAtOnce(moves: readonly Move[], look: Look, isBetter: (look: Look) => boolean): Look | null {
    const byPointer = new Map<string, Move[]>();
    for (const move of moves) byPointer.set(move.pointer, [...(byPointer.get(move.pointer) ?? []), move]);
    const groups = [...byPointer.values()].slice(0, PAIR_SPOTS).map((group) => group.slice(0, PAIR_VALUES));
    for (const [index, first] of groups.entries()) {
      for (const second of groups.slice(index + 1)) {
        for (const a of first) {
          for (const b of second) {
            if (this.world.isSpent) return null;
            const tried = this.tried(look, [a, b]);
            if (isBetter(tried)) return tried;
          }
        }
      }
    }
    return null;
  }

  private tried(look: Look, moves: readonly Move[]): Look {
    const given = moves.reduce<Answers>(
      (answers, { pointer, value }) => withValue(answers, pointer, value),
      look.given,
    );
    return this.complete(this.world.look(given));
  }

  private moves(spots: readonly Spot[], sources: readonly Sourced[], look: Look): readonly Move[] {
    const values = valuesOfParts(sources, look, this.world);
    return spots.flatMap((spot) => {
      const pointers = spot.repeat === null ? [spot.pointer] : pointersOf(look.given, spot.pointer);
      const candidates = candidateValues(spot, values, look);
      return pointers.slice(0, 2).flatMap((pointer) => {
        const now = JSON.stringify(valueAt(look.given, pointer));
        return candidates
          .filter((value) => JSON.stringify(value) !== now && this.isPlace(pointer, look))
          .map((value) => ({ pointer, value }));
      });
    });
  }

  /** An answer to what is not asked would be pruned at once. */
  private isPlace(pointer: string, { evaluation }: Look): boolean {
    return evaluation.asked.has(pointer) || /\/\d+\//.test(pointer);
  }

  private inputsOf({ target, repeat, asks }: FormGoal): readonly Spot[] {
    const reads = probesOf(target).flatMap((probe) => probe.reads.map((read) => ({ read, repeat })));
    const found = this.world.map.inputsOf(reads);
    // A row must be there before anything can be asked in it.
    const rows = [repeat, asks?.pointer.split('/*')[0] ?? null].flatMap((pointer) => {
      const spot = pointer === null ? undefined : this.world.map.spots.get(pointer);
      return spot?.step.kind === 'rows' && !found.includes(spot) ? [spot] : [];
    });
    return [...new Set([...found, ...rows])];
  }

  private sourcesOf({ target, repeat }: FormGoal): readonly Sourced[] {
    return this.withDependencies(probesOf(target).map(({ source }) => ({ source, repeat })));
  }

  /** The expressions themselves, and those of the computed values they read, however indirectly. */
  private withDependencies(sources: readonly Sourced[]): readonly Sourced[] {
    const all = [...sources];
    for (let at = 0; at < all.length; at++) {
      const one = all[at];
      const reads = one ? (this.world.probes.of(one.source, one.repeat)?.reads ?? []) : [];
      for (const read of reads) {
        const spot = this.world.map.spotRead(read, one?.repeat ?? null);
        const source = spot?.step.compute?.source;
        if (source !== undefined && !all.some((known) => known.source === source))
          all.push({ source, repeat: spot?.repeat ?? null });
      }
    }
    return all;
  }

  private inputsOfCheck({ check, repeat, target }: CheckPlan): readonly Spot[] {
    const at = repeat?.pointer ?? null;
    const aimed = target ? this.world.map.spotOf(target) : null;
    const inputs = this.world.map.inputsOf(check.expression.reads.map((read) => ({ read, repeat: at })));
    // What the check stands beside is what a person would change first.
    return aimed && inputs.includes(aimed) ? [aimed, ...inputs.filter((spot) => spot !== aimed)] : inputs;
  }

  private checkOf(problem: Problem): CheckPlan | undefined {
    return this.world.procedure.form.plan.checks.find((check) => this.world.isOf(check, problem));
  }

  private spotAt(pointer: string): readonly Spot[] {
    const spot = this.world.map.spots.get(pointer.replace(/\/\d+(?=\/|$)/, '/*'));
    return spot ? [spot] : [];
  }

  private sampleAt(pointer: string): unknown {
    const [spot] = this.spotAt(pointer);
    return spot?.step.field ? sampleAnswer(spot.step.field, this.world.context.today) : undefined;
  }
}

/** All values that a choice can have; null where they cannot be counted. */
function allValues(spot: Spot, map: FormMap): readonly unknown[] | null {
  const { step, repeat } = spot;
  const { field } = step;
  if (!field || repeat !== null) return null;
  const isAlwaysGiven = step.required && map.within(spot).every((one) => !one.step.askWhen);
  const absent = isAlwaysGiven ? [] : [undefined];
  if (field.kind === 'boolean') return [true, false, ...absent];
  return field.kind === 'choice' ? [...(field.options ?? []).map((option) => option.value), ...absent] : null;
}

/** The search for one goal from one seed. */
class Attempt {
  found: Look | null = null;
  isPlain = false;
  taken = 0;

  constructor(
    readonly goal: FormGoal,
    /** Evaluations after which it ends. */
    readonly until: number,
  ) {}
}

interface Sourced {
  readonly source: string;
  readonly repeat: string | null;
}
