import type { Form } from '../procedure/procedure.js';
import type { AnswerContext, Answers, Evaluation, PageValidators } from './answers.js';
import { EvaluationRun } from './evaluation-run.js';
import { type JudgedPages, pageProblems } from './page-problems.js';
import type { Step } from './plan.js';

/** A list of problems longer than this helps nobody. */
const MOST_PROBLEMS = 200;

/**
 * The verdicts of `evaluateAnswers` over answers that somebody is giving. Where one answer alone has become another, only
 * what follows from it is looked at again, and whatever stays as it was stays the same object.
 */
export class LiveEvaluation {
  private run: EvaluationRun | null = null;
  private readonly judged: JudgedPages = new Map();
  private readonly reached = new Map<Step, readonly Step[] | null>();

  constructor(
    private readonly form: Form,
    private readonly context: AnswerContext,
  ) {}

  /** @param changed the one place where answers are others than the last time; anywhere when it is left out */
  evaluate(answers: Answers, validators: PageValidators, changed = ''): Evaluation {
    const { form, context } = this;
    const steps = this.reachedFrom(changed);
    if (!this.run || !steps || !this.run.walkAgain(answers, steps)) {
      this.run = new EvaluationRun(form, answers, context);
      this.run.walk();
    }
    const { run } = this;
    run.runChecks();
    run.restoreUnsound();
    pageProblems(form.plan, run, validators, this.judged);
    run.restoreOversize();
    const problems = run.found.inScreenOrder(MOST_PROBLEMS);
    return { answers: run.answers, asked: run.asked, problems, context };
  }

  /** The question at a place and all that follow from it; null when these are more than single questions. */
  private reachedFrom(pointer: string): readonly Step[] | null {
    const { steps, needs, byPointer } = this.form.plan;
    const first = byPointer.get(pointer);
    if (!first) return null;
    const known = this.reached.get(first);
    if (known !== undefined) return known;
    const reached = new Set([first]);
    for (const step of steps)
      if ([...(needs.get(step) ?? [])].some((need) => reached.has(need))) reached.add(step);
    const isSimple = [...reached].every(({ kind, repeat }) => kind === 'field' && repeat === null);
    const found = isSimple ? [...reached] : null;
    this.reached.set(first, found);
    return found;
  }
}
