import { useRef, useState } from 'react';
import { useQueryClient } from './provider.js';
import type { Ask } from './query.js';
import type { QueryKey } from './query-client.js';
import { type QueryResult, useWatched, type WatchOptions } from './use-query.js';

interface Pages<T, P> {
  readonly pages: readonly T[];
  readonly pageParams: readonly P[];
}

interface InfiniteQueryOptions<T, P> extends WatchOptions<Pages<T, P>> {
  readonly queryFn: (page: { readonly pageParam: P }) => Promise<T>;
  readonly initialPageParam: P;
  /** null after the last page */
  readonly getNextPageParam: (last: T) => P | null;
}

type InfiniteQueryResult<T, P> = QueryResult<Pages<T, P>> & {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<void>;
};

/** A list that comes page after page. Asked for again, it has as many pages as were shown. */
export function useInfiniteQuery<T, P>(options: InfiniteQueryOptions<T, P>): InfiniteQueryResult<T, P> {
  const { queryKey, queryFn, initialPageParam, getNextPageParam } = options;
  const query = useQueryClient().query<Pages<T, P>>(queryKey);
  const askFor = async (count: number, from: Pages<T, P>): Promise<Pages<T, P>> => {
    const [pages, pageParams] = [[...from.pages], [...from.pageParams]];
    while (pages.length < count) {
      const last = pages.at(-1);
      const pageParam = last === undefined ? initialPageParam : getNextPageParam(last);
      if (pageParam === null && last !== undefined) break;
      pages.push(await queryFn({ pageParam: pageParam as P }));
      pageParams.push(pageParam as P);
    }
    return { pages, pageParams };
  };
  // A page that is on its way is still wanted when all are asked for again.
  const wanted = useRef(0);
  const anew: Ask<Pages<T, P>> = (held) =>
    askFor(Math.max(1, wanted.current, held?.pages.length ?? 0), { pages: [], pageParams: [] });
  const result = useWatched(query, anew, options);
  const [fetching, setFetching] = useState<QueryKey | null>(null);
  const last = result.data?.pages.at(-1);
  return {
    ...result,
    hasNextPage: last !== undefined && getNextPageParam(last) !== null,
    isFetchingNextPage: fetching === query.key,
    fetchNextPage: async () => {
      if (fetching === query.key) return;
      setFetching(query.key);
      wanted.current = (query.state.data?.pages.length ?? 0) + 1;
      // What is being asked for again already is not to be shown as it was.
      const ask: Ask<Pages<T, P>> = query.isLoading
        ? anew
        : (held = { pages: [], pageParams: [] }) => askFor(held.pages.length + 1, held);
      await query.load(true, ask);
      wanted.current = 0;
      setFetching((now) => (now === query.key ? null : now));
    },
  };
}
