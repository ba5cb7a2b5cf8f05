import { createContext, useContext } from 'react';
import type { Params } from './match-path.js';

/** Where somebody is, as the browser's address has it. */
export interface Place {
  readonly pathname: string;
  /** With its question mark, or empty. */
  readonly search: string;
  readonly hash: string;
  /** What the screen before handed over; lives as long as the entry in the browser's history. */
  readonly state: unknown;
}

export interface Going {
  /** In the place of the current entry in the history: “back” does not lead here again. */
  readonly replace?: boolean;
  readonly state?: unknown;
}

/** Goes to an address of the application; over once the address has changed, not when the screen is drawn. */
export type Navigate = (to: string, going?: Going) => Promise<void>;

export const PlaceContext = createContext<Place | null>(null);
export const NavigateContext = createContext<Navigate | null>(null);
export const ParamsContext = createContext<Params>({});

function inside<T>(value: T | null): T {
  if (value === null) throw new Error('Only inside a Router.');
  return value;
}

export const useLocation = (): Place => inside(useContext(PlaceContext));
export const useNavigate = (): Navigate => inside(useContext(NavigateContext));

/** What stood at the named steps of the address of this screen. */
export const useParams = (): Params => useContext(ParamsContext);

export function placeNow(): Place {
  const { pathname, search, hash } = window.location;
  return { pathname, search, hash, state: handedOver(window.history.state) };
}

/** The entries of the history that are not ours (a link within a page) carry nothing. */
function handedOver(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null && 'handedOver' in entry ? entry.handedOver : null;
}
