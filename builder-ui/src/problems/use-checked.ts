import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Checker, CheckState } from './checker.js';

const CheckerContext = createContext<Checker | null>(null);

export const CheckerProvider = CheckerContext.Provider;

/** What the compiler says of the draft; `select` as in `useDraft`. */
export function useChecked<T>(select: (state: CheckState) => T): T {
  const checker = useContext(CheckerContext);
  if (!checker) throw new Error('A part of the builder stands outside of CheckerProvider.');
  return useSyncExternalStore(checker.subscribe, () => select(checker.state));
}
