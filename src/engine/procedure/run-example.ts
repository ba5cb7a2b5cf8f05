import type { Answers, Evaluation, PageValidators } from '../answers/answers.js';
import { changedOutsideTargets } from '../answers/changed-outside-targets.js';
import { evaluateAnswers } from '../answers/evaluate-answers.js';
import { findSubmittedExtras } from '../answers/find-submitted-extras.js';
import { ROW_ID, withoutRowIds } from '../answers/row-ids.js';
import { EvaluationError } from '../expression/problems.js';
import { civilDateInJapan } from '../japanese/civil-date.js';
import { documentToText } from '../notice/document-text.js';
import { fillTemplate } from '../notice/fill-template.js';
import { noticeFacts } from '../notice/notice-facts.js';
import { UnprintableTextError } from '../notice/printed-text.js';
import type { DocumentModel } from '../notice/template.js';
import { type Problem, problem } from '../problem.js';
import { advance, startWorkflow } from '../workflow/advance.js';
import { endStaleOverrides } from '../workflow/end-stale-overrides.js';
import { holdApplication, releaseHold } from '../workflow/hold.js';
import { overrideValue } from '../workflow/override-value.js';
import { fireTimer, nextTimer } from '../workflow/timers.js';
import { isObject } from '../workflow/object-reader.js';
import type { ApplicationFacts } from '../workflow/workflow-facts.js';
import type { Effect } from '../workflow/workflow.js';
import type { Advance, HistoryEntry, Refusal, WorkflowState } from '../workflow/review-state.js';
import type { IsoInstant, Procedure } from './procedure.js';
import { ExampleDifferences, inWords } from './example-differences.js';
import type { Example, ExampleStep, Expectation } from './read-example.js';
import { reviewOutcome } from './review-outcome.js';

/** Watches an example being lived through, to tell its story. */
export interface ExampleWitness {
  /** Each time answers are submitted, good or not; `problems` has those of the submission too. */
  submitted(evaluation: Evaluation, problems: readonly Problem[]): void;
  moved(move: ExampleMove): void;
  refused(step: ExampleStep, code: string): void;
  /** A message or notice that a move sent. */
  sent?(effect: Effect, document: DocumentModel, now: IsoInstant): void;
}

/** The arrival, or a step that was carried out. */
export interface ExampleMove {
  /** Null for the arrival. */
  readonly step: ExampleStep | null;
  readonly result: Advance;
  readonly application: ApplicationFacts;
  readonly now: IsoInstant;
}

const NOBODY: ExampleWitness = { submitted: () => {}, moved: () => {}, refused: () => {} };

/**
 * Lives one example through: answers, arrival, each step, the notice. Every message and notice on the way is filled,
 * looked at or not.
 *
 * @returns what did not come out as expected: `example-differs` with `expectation`, `expected` and `got`, at the
 *   expectation's place in the file; empty when the example holds
 */
export function runExample(
  procedure: Procedure,
  example: Example,
  validators: PageValidators,
  witness: ExampleWitness = NOBODY,
): readonly Problem[] {
  const run = new ExampleRun(procedure, example, validators, witness);
  try {
    run.live();
  } catch (error) {
    if (!(error instanceof EvaluationError || error instanceof UnprintableTextError)) throw error;
    run.differences.report('', 'example-stopped', { message: error.message });
  }
  return run.differences.problems;
}

class ExampleRun {
  readonly differences: ExampleDifferences;
  private now: IsoInstant;
  private readonly history: HistoryEntry[] = [];
  /** Answers as the applicant gave them, without what the engine computes. */
  private given: Answers;

  constructor(
    private readonly procedure: Procedure,
    private readonly example: Example,
    private readonly validators: PageValidators,
    private readonly witness: ExampleWitness,
  ) {
    this.differences = new ExampleDifferences(example.file);
    this.now = example.now;
    this.given = example.answers;
  }

  live(): void {
    const { answers, expect, steps, notice } = this.example;
    const evaluation = this.submit(answers, expect, '/expect', null);
    if (!evaluation) {
      if (steps.length > 0 || notice || expect.stage !== null)
        this.differences.report('/expect', 'example-not-submitted');
      return;
    }
    let application = this.applicationOf(evaluation);
    const started = startWorkflow(this.procedure, application, this.now);
    this.witness.moved({ step: null, result: started, application, now: this.now });
    this.compareAdvance('/expect', expect, started, application);
    let { state } = started;
    for (const [index, step] of steps.entries()) {
      this.now = step.now ?? this.now;
      if (step.timer === null) this.expectNoTimerBefore(`/steps/${index}`, state, application);
      ({ state, application } = this.take(`/steps/${index}`, step, state, application));
    }
    if (notice) this.compareNotice(notice, state, application);
  }

  /** By the day of a step the clock has done what was due: an example that leaves it out tells what cannot happen. */
  private expectNoTimerBefore(place: string, state: WorkflowState, application: ApplicationFacts): void {
    const next = nextTimer(this.procedure, state, application);
    if (!next || Date.parse(next.at) > Date.parse(this.now)) return;
    const [due, day] = [civilDateInJapan(next.at), civilDateInJapan(this.now)];
    this.differences.report(place, 'example-timer-skipped', { timer: next.timer, due, day });
  }

  private take(
    place: string,
    step: ExampleStep,
    state: WorkflowState,
    application: ApplicationFacts,
  ): { readonly state: WorkflowState; readonly application: ApplicationFacts } {
    let next = application;
    let known = { state, history: [] as readonly HistoryEntry[] };
    if (step.answers) {
      const before = this.given;
      this.given = merged(before, step.answers);
      const evaluation = this.submit(step.answers, step.expect, `${place}/expect`, {
        answers: application.answers,
        targets: (state.correction?.targets ?? []).map((target) => target.path),
      });
      if (!evaluation) {
        this.given = before;
        return { state, application };
      }
      next = { ...this.applicationOf(evaluation), submittedOn: application.submittedOn };
      known = endStaleOverrides(this.procedure, state, application.answers, next.answers, this.now);
    }
    const result = this.resultOf(step, known.state, next);
    if (!result.ok) {
      this.witness.refused(step, result.code);
      this.differences.compare(`${place}/expect/refused`, 'refused', step.expect.refused, result.code);
      return { state, application };
    }
    this.differences.compare(`${place}/expect/refused`, 'refused', step.expect.refused, null);
    this.witness.moved({ step, result, application: next, now: this.now });
    const whole = { ...result, history: [...known.history, ...result.history] };
    this.compareAdvance(`${place}/expect`, step.expect, whole, next);
    return { state: result.state, application: next };
  }

  private resultOf(
    step: ExampleStep,
    state: WorkflowState,
    application: ApplicationFacts,
  ): Advance | Refusal {
    const { by: actor, timer, override, hold, action, targets, fields } = step;
    if (timer !== null) return fireTimer(this.procedure, state, timer, application, this.now);
    const [reason, publicReason] = [step.reason ?? '', step.publicReason ?? ''];
    if (override) {
      const command = { ...override, actor, reason, publicReason };
      return overrideValue(this.procedure, state, command, application, this.now);
    }
    if (hold) {
      const { reviewOn } = hold;
      return reviewOn === null
        ? releaseHold(this.procedure, state, actor, this.now)
        : holdApplication(this.procedure, state, { reason, ownerId: actor.id, reviewOn }, actor, this.now);
    }
    const command = {
      action,
      actor,
      targets,
      fields,
      ...(step.reason === null ? {} : { reason }),
      ...(step.publicReason === null ? {} : { publicReason }),
    };
    return advance(this.procedure, state, command, application, this.now);
  }

  /**
   * Evaluates the answers so far; null when they have errors, expected or not.
   *
   * @param brought what this submission brings, inspected as the server inspects it
   * @param corrected the answers before and what may change, when this answers a correction
   */
  private submit(
    brought: Answers,
    expect: Expectation,
    place: string,
    corrected: { readonly answers: Answers; readonly targets: readonly string[] } | null,
  ): Evaluation | null {
    const { form } = this.procedure;
    const evaluation = evaluateAnswers(form, this.given, { today: this.submissionDay() }, this.validators);
    const outside = corrected
      ? changedOutsideTargets(form, corrected.answers, evaluation.answers, corrected.targets)
      : [];
    const found = [
      ...evaluation.problems,
      ...findSubmittedExtras(form, brought, evaluation),
      ...outside.map((path) => problem(path, 'outside-correction')),
    ];
    this.witness.submitted(evaluation, found);
    const errors = found.filter((one) => one.level === 'error');
    this.differences.compareProblems(`${place}/problems`, 'problems', expect.problems, errors);
    if (expect.warnings) {
      const warnings = found.filter((one) => one.level === 'warning');
      this.differences.compareProblems(`${place}/warnings`, 'warnings', expect.warnings, warnings);
    }
    for (const [path, expected] of expect.values) {
      const value = valueAt(evaluation.answers, path);
      // An expectation that names no row by its id is not about ids.
      const got = inWords(expected).includes(`"${ROW_ID}"`) ? value : withoutRowIds(value);
      this.differences.compare(`${place}/values`, path, expected, got);
    }
    for (const [path, expected] of expect.asked) {
      const got = evaluation.asked.has(path);
      this.differences.compare(`${place}/asked`, path, expected, got);
    }
    return errors.length > 0 ? null : evaluation;
  }

  /** `today` of the form stays the day of submission, also for what is corrected later. */
  private submissionDay(): string {
    return civilDateInJapan(this.example.now);
  }

  private applicationOf(evaluation: Evaluation): ApplicationFacts {
    return {
      answers: evaluation.answers,
      number: `${this.procedure.info.numbering.prefix}-00-0000001-0`,
      submittedOn: this.submissionDay(),
      warnings: evaluation.problems.filter((one) => one.level === 'warning').length,
    };
  }

  private compareAdvance(
    place: string,
    expect: Expectation,
    result: Advance,
    application: ApplicationFacts,
  ): void {
    if (expect.stage !== null)
      this.differences.compare(`${place}/stage`, 'stage', expect.stage, result.state.stage);
    const [wanted, sent] = [expect.effects, result.effects].map((effects) => effects?.map(effectWord));
    if (wanted) this.differences.compare(`${place}/effects`, 'effects', wanted, sent);
    this.history.push(...result.history);
    const outcome = reviewOutcome(this.procedure, result.state, this.history, application, this.now);
    for (const [key, expected] of expect.review) {
      const got = onlyExpected(expected, outcome[key]);
      this.differences.compare(`${place}/${key}`, key, expected, got);
    }
    for (const effect of result.effects) {
      const document = this.fill(effect, result.state, application);
      if (document) this.witness.sent?.(effect, document, this.now);
    }
  }

  private compareNotice(
    { template, contains }: NonNullable<Example['notice']>,
    state: WorkflowState,
    application: ApplicationFacts,
  ): void {
    const model = this.fill({ kind: 'notice', template }, state, application);
    if (!model) {
      this.differences.report('/notice/template', 'template-unknown', { name: template });
      return;
    }
    const text = `${model.title}\n${documentToText(model)}`;
    for (const [index, part] of contains.entries()) {
      if (!text.includes(part)) this.differences.compare(`/notice/contains/${index}`, 'notice', part, text);
    }
  }

  private fill(effect: Effect, state: WorkflowState, application: ApplicationFacts): DocumentModel | null {
    const { info, messages, notices } = this.procedure;
    const template = (effect.kind === 'message' ? messages : notices).get(effect.template);
    if (!template) return null;
    const numbered =
      template.head['numbering']?.some((part) => 'text' in part && part.text === 'yes') === true;
    const document = {
      documentNumber: numbered ? `${info.numbering.documentSymbol}第1号` : null,
      issuedOn: civilDateInJapan(this.now),
      link: 'https://example.jp/applications/1',
      account: { name: '見本　太郎', mail: 'applicant@example.jp' },
    };
    return fillTemplate(template, noticeFacts(this.procedure, state, application, document, this.now));
  }
}

/** Of an object, the members that are expected, in their order. */
function onlyExpected(expected: unknown, got: unknown): unknown {
  if (!isObject(expected) || !isObject(got)) return got;
  return Object.fromEntries(Object.keys(expected).map((key) => [key, got[key] ?? null]));
}

function effectWord(effect: Effect): string {
  return `${effect.kind} ${effect.template}`;
}

function valueAt(answers: Answers, path: string): unknown {
  return path
    .split('/')
    .slice(1)
    .reduce<unknown>((value, step) => {
      if (Array.isArray(value)) return value[Number(step)] as unknown;
      return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
    }, answers);
}

function merged(before: Answers, change: Answers): Answers {
  const result: Record<string, unknown> = { ...before };
  for (const [name, value] of Object.entries(change)) {
    const old = Object.hasOwn(before, name) ? before[name] : undefined;
    result[name] = isObject(value) && isObject(old) ? merged(old, value) : value;
  }
  return result;
}
