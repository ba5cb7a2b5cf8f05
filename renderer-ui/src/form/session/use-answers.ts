import { useCallback, useMemo, useState } from 'react';
import { useLanguage } from '../../texts/index.js';
import {
  type AnswerContext,
  describeAnswerProblem,
  evaluateAnswers,
  type Evaluation,
  type Problem,
  stablePointer,
  withRowIds,
} from '../engine.js';
import { pageOf, withValueAt, type Pointer } from '../pointer.js';
import type { LoadedForm } from '../validation/load-form.js';
import { collectMessages, type Shown } from './collect-messages.js';
import { NO_MESSAGES, type FieldMessages } from './form-session.js';

export type RawAnswers = Readonly<Record<string, unknown>>;

export interface AnswersInHand {
  readonly answers: RawAnswers;
  readonly evaluation: Evaluation;
  readonly setAnswer: (pointer: Pointer, value: unknown) => void;
  /** A function of what is there at that moment: for files that arrive whenever they arrive. */
  readonly updateAnswer: (pointer: Pointer, change: (answers: RawAnswers) => unknown) => void;
  /** Other answers at once: what was typed elsewhere has come in. */
  readonly replaceAll: (change: (answers: RawAnswers) => RawAnswers) => void;
  readonly leave: (pointer: Pointer) => void;
  /** From now on every mistake of the page is shown. */
  readonly showAll: (pages: readonly string[]) => void;
  readonly messages: (pointer: Pointer) => FieldMessages;
  /** All problems of a page, shown or not, in the order of the screen. */
  readonly problemsOf: (page: string) => readonly Problem[];
  readonly sentence: (problem: Problem) => string;
}

/**
 * Answers in hand and, at every keystroke, the engine's verdict over them. `visited` are pages already tried in an
 * earlier visit: their mistakes are shown from the start.
 */
export function useAnswers(
  loaded: LoadedForm,
  initial: RawAnswers,
  context: AnswerContext,
  visited: readonly string[] = [],
): AnswersInHand {
  const language = useLanguage();
  const [answers, setAnswers] = useState(() => withRowIds(loaded.form, initial) as RawAnswers);
  const [shown, setShown] = useState<Shown>(() => ({ pages: new Set(visited), fields: new Set() }));

  const evaluation = useMemo(
    () => evaluateAnswers(loaded.form, answers, context, loaded.validators),
    [loaded, answers, context],
  );
  const found = useMemo(
    () => collectMessages(evaluation, shown, loaded.form, language),
    [evaluation, shown, loaded, language],
  );

  const setAnswer = useCallback((pointer: Pointer, value: unknown) => {
    setAnswers((before) => withValueAt(before, pointer, value));
  }, []);
  const updateAnswer = useCallback((pointer: Pointer, change: (answers: RawAnswers) => unknown) => {
    setAnswers((before) => withValueAt(before, pointer, change(before)));
  }, []);
  const replaceAll = useCallback((change: (answers: RawAnswers) => RawAnswers) => {
    setAnswers((before) => change(before));
  }, []);
  const leave = useCallback(
    (pointer: Pointer) => {
      // By the row's own name: when another row goes, the mark must not pass to its neighbour.
      const place = stablePointer(answers, pointer);
      setShown((before) =>
        before.fields.has(place) ? before : { ...before, fields: new Set([...before.fields, place]) },
      );
    },
    [answers],
  );
  const showAll = useCallback((pages: readonly string[]) => {
    setShown((before) =>
      pages.every((page) => before.pages.has(page))
        ? before
        : { ...before, pages: new Set([...before.pages, ...pages]) },
    );
  }, []);
  const messages = useCallback((pointer: Pointer) => found.get(pointer) ?? NO_MESSAGES, [found]);
  const problemsOf = useCallback(
    (page: string) => evaluation.problems.filter((problem) => pageOf(problem.path) === page),
    [evaluation],
  );
  const sentence = useCallback(
    (problem: Problem) => describeAnswerProblem(problem, loaded.form, language),
    [loaded, language],
  );
  return {
    answers,
    evaluation,
    setAnswer,
    updateAnswer,
    replaceAll,
    leave,
    showAll,
    messages,
    problemsOf,
    sentence,
  };
}

/** Whether the page has an error, shown or not. */
export function pageHasErrors(evaluation: Evaluation, page: string): boolean {
  return evaluation.problems.some((problem) => problem.level === 'error' && pageOf(problem.path) === page);
}
