import { createContext, useContext } from 'react';

export interface Overriding {
  /** Opens the form in which a computed value is set to another, or put back. */
  readonly begin: (path: string, back: boolean) => void;
}

export const OverrideContext = createContext<Overriding | null>(null);

/** Null where nothing is changed: in lists and previews. */
export function useOverriding(): Overriding | null {
  return useContext(OverrideContext);
}
