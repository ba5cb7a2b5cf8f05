/** What stood at the places of a pattern that begin with a colon. */
export type Params = Readonly<Partial<Record<string, string>>>;

interface Match {
  readonly params: Params;
  /** Words of the pattern that stood there as they are: the more, the closer the pattern. */
  readonly words: number;
}

const stepsOf = (path: string): readonly string[] => path.split('/').filter((step) => step !== '');

/**
 * Whether an address is one of `pattern`: words, `:name` for any step, `:name?` at the end for one that may be missing.
 * Capitals and a slash at the end make no difference.
 */
export function matchPath(pattern: string, pathname: string): Match | null {
  const wanted = stepsOf(pattern);
  const there = stepsOf(pathname);
  if (there.length > wanted.length) return null;
  const params: Record<string, string> = {};
  let words = 0;
  for (const [index, want] of wanted.entries()) {
    const step = there[index];
    if (want.startsWith(':')) {
      if (step !== undefined) params[want.slice(1).replace('?', '')] = decoded(step);
      else if (!want.endsWith('?')) return null;
    } else if (step?.toLowerCase() === want.toLowerCase()) words += 1;
    else return null;
  }
  return { params, words };
}

/** Of several patterns that an address fits, the one with most words of its own; `null` if it fits none. */
export function closestMatch<Route extends { readonly path: string }>(
  routes: readonly Route[],
  pathname: string,
): { readonly route: Route; readonly params: Params } | null {
  let closest: { readonly route: Route; readonly match: Match } | null = null;
  for (const route of routes) {
    const match = matchPath(route.path, pathname);
    if (match !== null && (closest === null || match.words > closest.match.words)) closest = { route, match };
  }
  return closest && { route: closest.route, params: closest.match.params };
}

/** An address that somebody cut short in the middle of a `%E3` still leads to a screen that can say so. */
function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
