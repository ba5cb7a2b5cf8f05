import { ROW_ID } from '../answers/row-ids.js';
import type { AnswerContext, Answers, Evaluation, PageValidators } from '../answers/answers.js';
import { evaluateAnswers } from '../answers/evaluate-answers.js';
import { isMembers } from '../answers/members.js';
import type { CheckPlan } from '../answers/plan.js';
import { withoutComputed } from '../answers/without-computed.js';
import type { Facts } from '../expression/index.js';
import { civilDateInJapan } from '../japanese/civil-date.js';
import type { Problem } from '../problem.js';
import type { IsoInstant, Procedure } from '../procedure/procedure.js';
import { startWorkflow } from '../workflow/advance.js';
import { routeFor } from '../workflow/route-for.js';
import { type ApplicationFacts, workflowFacts } from '../workflow/workflow-facts.js';
import type { Advance } from '../workflow/review-state.js';
import { valueAt } from './answers-at.js';
import type { FormGoal } from './form-goals.js';
import { FormMap } from './form-map.js';
import { Probes } from './probe.js';
import { score } from './target.js';

/** One set of answers, looked at. */
export interface Look {
  /** What a person gave, pruned to what is asked. */
  readonly given: Answers;
  readonly evaluation: Evaluation;
  readonly facts: Facts;
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
}

export interface Arrival {
  readonly application: ApplicationFacts;
  readonly start: Advance;
}

/** Many goals try the same answers; most of those that come back do so within as many others. */
const MOST_REMEMBERED = 1000;

/** The procedure under search: everything that evaluates answers goes through here and is counted. */
export class World {
  readonly map: FormMap;
  readonly probes: Probes;
  readonly context: AnswerContext;
  /** Evaluations made. */
  spent = 0;
  private readonly arrivals = new WeakMap<Look, Arrival>();
  /** By the answers, the oldest first. */
  private readonly looked = new Map<string, Look>();

  constructor(
    readonly procedure: Procedure,
    private readonly validators: PageValidators,
    readonly now: IsoInstant,
    readonly budget: number,
    private readonly onEvaluation: (spent: number) => void,
  ) {
    this.map = new FormMap(procedure.form);
    this.probes = new Probes(procedure.form.scope, this.map.rowTypes);
    this.context = { today: civilDateInJapan(now) };
  }

  get isSpent(): boolean {
    return this.spent >= this.budget;
  }

  /** Counted each time it is asked for, so that the search does not depend on what is remembered. */
  look(given: Answers): Look {
    this.spent += 1;
    this.onEvaluation(this.spent);
    const key = JSON.stringify(given);
    const known = this.looked.get(key);
    if (known) return known;
    const look = this.evaluated(given);
    this.looked.set(key, look);
    const [oldest] = this.looked.keys();
    if (oldest !== undefined && this.looked.size > MOST_REMEMBERED) this.looked.delete(oldest);
    return look;
  }

  private evaluated(given: Answers): Look {
    const { form } = this.procedure;
    const evaluation = evaluateAnswers(form, given, this.context, this.validators);
    const errors = evaluation.problems.filter((one) => one.level === 'error');
    let kept: Answers | undefined;
    return {
      // Most answers are looked at once and left; only those that are changed further are pruned.
      get given() {
        return (kept ??= withoutRowIds(withoutComputed(form, evaluation.answers, 'kept')) as Answers);
      },
      evaluation,
      facts: { ...evaluation.answers, ...this.context, tables: form.tables },
      errors,
      warnings: evaluation.problems.filter((one) => one.level === 'warning'),
    };
  }

  /** How near the answers are to the goal, wherever in its repeat they are nearest. */
  scoreOf({ target, repeat }: Pick<FormGoal, 'target' | 'repeat'>, { facts, evaluation }: Look): number {
    if (repeat === null) return score(target, facts);
    const rows = valueAt(evaluation.answers, repeat);
    if (!Array.isArray(rows)) return 0;
    return Math.max(0, ...rows.map((row: unknown) => score(target, { ...facts, row })));
  }

  /** Reached, and nothing stands against the answers but checks. */
  isReached(goal: FormGoal, look: Look): boolean {
    const { asks, fails } = goal;
    if (!look.errors.every(({ code }) => code === 'check')) return false;
    if (fails && ![...look.errors, ...look.warnings].some((one) => this.isOf(fails, one))) return false;
    if (asks && isAsked(asks.pointer, look) !== asks.asked) return false;
    return this.scoreOf(goal, look) === 1 && (!goal.arrives || this.arrivesSo(goal.arrives, look));
  }

  /** The review as it begins; null for answers that cannot be submitted. */
  arrivalOf(look: Look): Arrival | null {
    if (look.errors.length > 0) return null;
    const known = this.arrivals.get(look);
    if (known) return known;
    const { procedure } = this;
    const application: ApplicationFacts = {
      answers: look.evaluation.answers,
      number: `${procedure.info.numbering.prefix}-00-0000001-0`,
      submittedOn: this.context.today,
      warnings: look.warnings.length,
    };
    const arrival = { application, start: startWorkflow(procedure, application, this.now) };
    this.arrivals.set(look, arrival);
    return arrival;
  }

  private arrivesSo(shows: NonNullable<FormGoal['arrives']>, look: Look): boolean {
    const arrival = this.arrivalOf(look);
    if (!arrival) return false;
    const { start, application } = arrival;
    const facts = workflowFacts(this.procedure, start.state, application, this.now);
    return shows(start, (stage) => stage.routes.indexOf(routeFor(stage.routes, facts).route));
  }

  /** Reached as plainly as can be: nothing stands against the answers but the one check that the goal is about. */
  isPlain({ fails }: FormGoal, { errors }: Look): boolean {
    if (fails?.check.level !== 'error') return errors.length === 0;
    return errors.every((one) => this.isOf(fails, one));
  }

  /** Is the problem this check's? */
  isOf({ check, owner, target }: CheckPlan, { code, params, path }: Problem): boolean {
    if (code !== 'check' || params?.['id'] !== check.id) return false;
    const template = path.replace(/\/(?:@[^/]+|\d+)(?=\/|$)/, '/*');
    return [owner, target].some((step) => {
      const pointer = step ? (this.map.spotOf(step)?.pointer ?? '') : '';
      return template === pointer || (step?.kind === 'rows' && template === `${pointer}/*`);
    });
  }
}

/** In any of its rows; a question is not asked when there is a row in which it is not. */
function isAsked(template: string, { evaluation }: Look): boolean {
  if (!template.includes('/*')) return evaluation.asked.has(template);
  const pattern = new RegExp(`^${template.replace('/*', '/[^/]+')}$`, 'u');
  return [...evaluation.asked].some((pointer) => pattern.test(pointer));
}

/** Rows are named when they are stored; generated answers have not been. */
function withoutRowIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutRowIds);
  if (!isMembers(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inside]) =>
      name === ROW_ID ? [] : [[name, withoutRowIds(inside)]],
    ),
  );
}
