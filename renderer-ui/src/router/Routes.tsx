import type { ReactNode } from 'react';
import { closestMatch } from './match-path.js';
import { ParamsContext, useLocation } from './place.js';

export interface Route {
  /** As `matchPath` reads it: `/drafts/:draftId/:step?`. */
  readonly path: string;
  readonly element: ReactNode;
}

interface RoutesProps {
  readonly routes: readonly Route[];
  /** For an address that is none of these. */
  readonly otherwise: ReactNode;
}

/** The screen of the current address. */
export function Routes({ routes, otherwise }: RoutesProps): ReactNode {
  const { pathname } = useLocation();
  const found = closestMatch(routes, pathname);
  return <ParamsContext value={found?.params ?? {}}>{found ? found.route.element : otherwise}</ParamsContext>;
}
