import { useState } from 'react';
import { useQueryClient } from './provider.js';
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
  const result = useWatched(
    query,
    (held) => askFor(Math.max(1, held?.pages.length ?? 0), { pages: [], pageParams: [] }),
    options,
  );
  const [fetching, setFetching] = useState<QueryKey | null>(null);
  const last = result.data?.pages.at(-1);
  return {
    ...result,
    hasNextPage: last !== undefined && getNextPageParam(last) !== null,
    isFetchingNextPage: fetching === query.key,
    fetchNextPage: async () => {
      if (fetching === query.key) return;
      setFetching(query.key);
      await query.load(true, (held = { pages: [], pageParams: [] }) => askFor(held.pages.length + 1, held));
      setFetching((now) => (now === query.key ? null : now));
    },
  };
}
