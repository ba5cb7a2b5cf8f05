import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useQueryClient } from './provider.js';
import type { Ask, Query, QueryState } from './query.js';
import { KEPT_FOR_MS, type QueryKey } from './query-client.js';

/** Shows the answer to what was asked before while the next is on its way. */
export const keepPreviousData = Symbol('keep previous data');

export interface WatchOptions<T> {
  readonly queryKey: QueryKey;
  readonly enabled?: boolean;
  /** Milliseconds for which the answer is not asked for again. */
  readonly staleTime?: number;
  /** Milliseconds that it is kept after the screen has gone. */
  readonly gcTime?: number;
  /** Milliseconds between two looks while the screen is in sight; false: none. */
  readonly refetchInterval?: number | ((query: { readonly state: QueryState<T> }) => number | false);
  readonly refetchOnWindowFocus?: boolean;
  readonly refetchOnReconnect?: boolean;
  readonly placeholderData?: typeof keepPreviousData;
  /** False: the first failure is the answer. */
  readonly retry?: boolean;
}

const never = (): boolean => false;

export interface QueryOptions<T> extends WatchOptions<T> {
  /** Gives and throws as `request` does. */
  readonly queryFn: () => Promise<T>;
}

export type QueryResult<T> = {
  /** Asks again, whatever is on its way. */
  readonly refetch: () => Promise<void>;
  readonly dataUpdatedAt: number;
} & (
  | { readonly data: T; readonly error: Error; readonly isError: true; readonly isPending: false }
  | { readonly data: undefined; readonly error: Error; readonly isError: true; readonly isPending: false }
  | { readonly data: T; readonly error: null; readonly isError: false; readonly isPending: false }
  | { readonly data: undefined; readonly error: null; readonly isError: false; readonly isPending: true }
);

/** An answer of the server that may be shared with other screens: fetched when it is not here or no longer fresh. */
export function useQuery<T>(options: QueryOptions<T>): QueryResult<T> {
  const { queryFn, queryKey } = options;
  const query = useQueryClient().query<T>(queryKey);
  return useWatched(query, queryFn, options);
}

export function useWatched<T>(query: Query<T>, ask: Ask<T>, options: WatchOptions<T>): QueryResult<T> {
  const client = useQueryClient();
  const { enabled = true, staleTime = client.staleTime, gcTime = KEPT_FOR_MS, refetchInterval } = options;
  const {
    refetchOnWindowFocus: focus = true,
    refetchOnReconnect: line = true,
    placeholderData,
    retry = true,
  } = options;
  useEffect(() => {
    query.askBy(ask, retry ? client.mayRetry : never);
  });
  useEffect(() => query.hold(gcTime), [query, gcTime]);
  useEffect(
    () => (enabled ? query.watch({ staleTime, onReturn: { focus, line } }) : undefined),
    [query, enabled, staleTime, focus, line],
  );
  const state = useSyncExternalStore(query.subscribe, query.read);
  const every = typeof refetchInterval === 'function' ? refetchInterval({ state }) : refetchInterval;
  useEffect(() => {
    if (!enabled || every === undefined || every === false) return undefined;
    const timer = setInterval(() => {
      if (!document.hidden) void query.load();
    }, every);
    return () => clearInterval(timer);
  }, [query, enabled, every]);
  const [before, setBefore] = useState<T>();
  if (placeholderData && state.data !== undefined && state.data !== before) setBefore(state.data);
  const refetch = useCallback(() => query.load(true), [query]);
  const { error, dataUpdatedAt } = state;
  const isFirst = state.data === undefined && error === null;
  const data = isFirst && placeholderData ? before : state.data;
  return {
    data,
    error,
    isError: error !== null,
    isPending: data === undefined && error === null,
    dataUpdatedAt,
    refetch,
  } as QueryResult<T>;
}
