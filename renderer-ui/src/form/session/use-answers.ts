import { useEffect, useLayoutEffect, useSyncExternalStore } from 'react';
import { useLanguage } from '../../texts/index.js';
import type { Problem } from '../engine.js';
import { pageOf } from '../pointer.js';
import type { LoadedForm } from '../validation/load-form.js';
import { useProblemWords } from './problem-words.js';
import type { AnswersInHand, AnswersState } from './answers-in-hand.js';

/** Tells answers in hand, for as long as the caller is on the screen, of the language in use and of what comes late. */
export function useAnswers(inHand: AnswersInHand, loaded: LoadedForm): void {
  const language = useLanguage();
  useLayoutEffect(() => inHand.speak(loaded, language), [inHand, loaded, language]);
  useEffect(() => loaded.checks.onArrival(inHand.judgeAgain), [loaded, inHand]);
  useEffect(() => useProblemWords.listen(inHand.sayAgain), [inHand]);
}

/**
 * A part of what is known of the answers; the caller is drawn again when that part becomes another.
 *
 * @param select gives what is there already, or a plain value: an object made anew each time would never be the same
 */
export function useInHand<T>(inHand: AnswersInHand, select: (state: AnswersState) => T): T {
  return useSyncExternalStore(inHand.subscribe, () => select(inHand.state));
}

/** Whether the page has an error, shown or not. */
export function pageHasErrors(problems: readonly Problem[], page: string): boolean {
  return problems.some((problem) => problem.level === 'error' && pageOf(problem.path) === page);
}
