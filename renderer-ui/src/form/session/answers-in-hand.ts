import type { Language } from '../../texts/index.js';
import {
  type AnswerContext,
  type Evaluation,
  LiveEvaluation,
  type Problem,
  sameAnswer,
  stablePointer,
  withRowIds,
} from '../engine.js';
import { fieldPathOf, isInside, withValueAt, type Pointer } from '../pointer.js';
import type { LoadedForm } from '../validation/load-form.js';
import { collectMessages, type FieldMessages, type Shown } from './collect-messages.js';
import { useProblemWords } from './problem-words.js';

export type RawAnswers = Readonly<Record<string, unknown>>;

/**
 * Answers and what follows from them at one moment. What a change leaves as it was stays the same object, so whoever
 * watches a part of it is called only for that part.
 */
export interface AnswersState {
  /** As typed: nothing is pruned while somebody is still deciding. */
  readonly answers: RawAnswers;
  readonly evaluation: Evaluation;
  /** In the order of the screen, shown or not; while a word is being composed, as they were before it. */
  readonly problems: readonly Problem[];
  /** What may be said now, by place. */
  readonly messages: ReadonlyMap<Pointer, FieldMessages>;
}

/**
 * The answers that somebody is giving and, at every keystroke, the engine's verdict over them. It stands outside of React:
 * a key that changes one question draws that question, and not the page it stands on.
 */
export class AnswersInHand {
  private readonly listeners = new Set<() => void>();
  /** Of one place each: among hundreds of questions a key asks those alone that it may concern. */
  private readonly placeListeners = new Map<Pointer, Set<() => void>>();
  private sentences = new WeakMap<Problem, string>();
  private shown: Shown;
  private composing = false;
  private engine: LiveEvaluation;
  private now: AnswersState;

  /** @param visited pages already tried in an earlier visit: their mistakes are shown from the start */
  constructor(
    private loaded: LoadedForm,
    private language: Language,
    initial: RawAnswers,
    private readonly context: AnswerContext,
    visited: readonly string[] = [],
  ) {
    this.shown = { pages: new Set(visited), fields: new Set() };
    this.engine = new LiveEvaluation(loaded.form, context);
    const answers = withRowIds(loaded.form, initial);
    const evaluation = this.engine.evaluate(answers, loaded.checks.validators);
    const { problems } = evaluation;
    this.now = { answers, evaluation, problems, messages: this.collect(evaluation, problems) };
  }

  get state(): AnswersState {
    return this.now;
  }

  /** @returns the way to stop */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /**
   * Calls back when the answer at a place, what is said about it or what is asked may have become another.
   *
   * @returns the way to stop
   */
  subscribeAt(place: Pointer, listener: () => void): () => void {
    const there = this.placeListeners.get(place) ?? new Set();
    this.placeListeners.set(place, there.add(listener));
    return () => {
      there.delete(listener);
      if (there.size === 0 && this.placeListeners.get(place) === there) this.placeListeners.delete(place);
    };
  }

  setAnswer(pointer: Pointer, value: unknown): void {
    const answers = withValueAt(this.now.answers, pointer, value);
    // With a row that goes, those below it move up.
    const changed = value === undefined ? pointer.slice(0, pointer.lastIndexOf('/')) : pointer;
    if (answers !== this.now.answers) this.judge(answers, changed);
  }

  /** Other answers at once, from those that are there at this moment. */
  update(change: (answers: RawAnswers) => RawAnswers): void {
    const answers = change(this.now.answers);
    if (answers !== this.now.answers) this.judge(answers, EVERYWHERE);
  }

  /** The applicant has left the field: from now on its mistakes may be shown. */
  leave(pointer: Pointer): void {
    this.composing = false;
    // By the row's own name: when another row goes, the mark must not pass to its neighbour.
    const place = stablePointer(this.now.answers, pointer);
    if (!this.shown.fields.has(place))
      this.shown = { ...this.shown, fields: new Set([...this.shown.fields, place]) };
    this.say();
  }

  /** From now on every mistake of these pages is shown. */
  showAll(pages: readonly string[]): void {
    if (pages.every((page) => this.shown.pages.has(page))) return;
    this.shown = { ...this.shown, pages: new Set([...this.shown.pages, ...pages]) };
    this.say();
  }

  /** Half a word is kept like any other answer, but nothing is said about it before it is whole. */
  compose(isUnderWay: boolean): void {
    if (this.composing === isUnderWay) return;
    this.composing = isUnderWay;
    this.say();
  }

  /** The same answers to the same questions in another language. */
  speak(loaded: LoadedForm, language: Language): void {
    if (loaded === this.loaded && language === this.language) return;
    this.loaded = loaded;
    this.language = language;
    this.sentences = new WeakMap();
    this.engine = new LiveEvaluation(loaded.form, this.context);
    this.judge(this.now.answers, EVERYWHERE, []);
  }

  /** The same answers once more, by a check that has come. */
  readonly judgeAgain = (): void => this.judge(this.now.answers, EVERYWHERE);

  /** The same verdict in words that have come. */
  readonly sayAgain = (): void => this.say();

  /** What is wrong, and what to do; before the words have come, which question it is about. */
  readonly sentence = (problem: Problem): string => {
    const known = this.sentences.get(problem);
    if (known !== undefined) return known;
    const { form } = this.loaded;
    const words = useProblemWords.peek();
    if (words === null) return form.fields.get(fieldPathOf(problem.path))?.title ?? '';
    const sentence = words.describeAnswerProblem(problem, form, this.language);
    this.sentences.set(problem, sentence);
    return sentence;
  };

  /** @param changed where answers are others than before */
  private judge(answers: RawAnswers, changed: Pointer, problems = this.now.evaluation.problems): void {
    const before = this.now.evaluation;
    const fresh = this.engine.evaluate(answers, this.loaded.checks.validators, changed);
    const evaluation = {
      ...fresh,
      asked: sameMembers(before.asked, fresh.asked) ? before.asked : fresh.asked,
      problems: sameProblems(problems, fresh.problems),
    };
    this.now = { ...this.now, answers, evaluation };
    this.say(before.asked === evaluation.asked ? changed : EVERYWHERE);
  }

  private say(changed: Pointer | null = null): void {
    const { evaluation, messages } = this.now;
    if (!this.composing) {
      const { problems } = evaluation;
      this.now = {
        ...this.now,
        problems,
        messages: sameMessages(messages, this.collect(evaluation, problems)),
      };
    }
    for (const listener of this.listeners) listener();
    for (const [place, listeners] of this.placeListeners) {
      const isMeant =
        (changed !== null && (isInside(place, changed) || isInside(changed, place))) ||
        (messages !== this.now.messages && messages.get(place) !== this.now.messages.get(place));
      if (isMeant) for (const listener of listeners) listener();
    }
  }

  private collect({ answers }: Evaluation, problems: readonly Problem[]): AnswersState['messages'] {
    return collectMessages(problems, answers, this.shown, this.sentence);
  }
}

/** Every place is inside of it. */
const EVERYWHERE: Pointer = '';

function sameMembers(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const member of a) if (!b.has(member)) return false;
  return true;
}

/** The new list, of the old problems where they are the same; the old one when all are. */
function sameProblems(before: readonly Problem[], after: readonly Problem[]): readonly Problem[] {
  const shared = after.map((problem, index) => {
    const old = before[index];
    return old && sameAnswer(old, problem) ? old : problem;
  });
  return before.length === after.length && shared.every((problem, index) => problem === before[index])
    ? before
    : shared;
}

function sameMessages(
  before: AnswersState['messages'],
  after: AnswersState['messages'],
): AnswersState['messages'] {
  let isSame = before.size === after.size;
  const shared = new Map<Pointer, FieldMessages>();
  for (const [pointer, messages] of after) {
    const old = before.get(pointer);
    const kept = old && sameAnswer(old, messages) ? old : messages;
    isSame &&= kept === old;
    shared.set(pointer, kept);
  }
  return isSame ? before : shared;
}
