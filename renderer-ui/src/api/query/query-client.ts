import { Query, type QueryHost } from './query.js';
import { watchLine, type MayRetry } from './with-patience.js';

export type QueryKey = readonly unknown[];

/** Which questions are meant: those whose key begins so, all when nothing is said. */
export interface QueryFilter {
  readonly queryKey?: QueryKey;
  /** The one with this key and no other. */
  readonly exact?: boolean;
  readonly predicate?: (query: { readonly queryKey: QueryKey }) => boolean;
}

interface QueryDefaults {
  readonly retry: MayRetry;
  /** Milliseconds for which an answer is not asked for again. */
  readonly staleTime: number;
}

/** Milliseconds that an answer is kept after the last who looked at it has gone. */
export const KEPT_FOR_MS = 300_000;

/**
 * All answers of the server that the screens share, by key. Written by ourselves because it is a tenth of the weight of
 * the library it took the place of, which a form page carries before its first question.
 */
export class QueryClient {
  readonly staleTime: number;
  readonly mayRetry: MayRetry;
  private readonly queries = new Map<string, Query<never>>();
  private readonly failureListeners = new Set<(error: Error) => void>();
  private readonly host: QueryHost;

  constructor({ retry, staleTime }: QueryDefaults) {
    this.staleTime = staleTime;
    this.mayRetry = retry;
    this.host = {
      forget: (query) => {
        const hash = hashOf(query.key);
        if (this.queries.get(hash) === query) this.queries.delete(hash);
      },
      tellFailure: this.tellFailure,
    };
  }

  /** Looks again at what may have changed while the person, or the line, was away. */
  watchReturns(): void {
    watchLine();
    addEventListener('online', () => this.lookAgainOn('line'));
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.lookAgainOn('focus');
    });
  }

  /** Begins to be kept when it is asked for the first time. */
  query<T>(key: QueryKey): Query<T> {
    const hash = hashOf(key);
    const known = this.queries.get(hash);
    if (known) return known as unknown as Query<T>;
    const query = new Query<T>(key, this.host);
    this.queries.set(hash, query as unknown as Query<never>);
    return query;
  }

  getQueryData<T>(key: QueryKey): T | undefined {
    return this.queries.get(hashOf(key))?.state.data as T | undefined;
  }

  /** What the server has just told in another way. */
  setQueryData<T>(key: QueryKey, data: T): void {
    const query = this.query<T>(key);
    query.put(data);
    query.forgetAfter(KEPT_FOR_MS);
  }

  /** Asks again for what somebody looks at, and for the rest when somebody does. @returns when the answers are here */
  async invalidateQueries(filter: QueryFilter = {}): Promise<void> {
    const meant = this.meant(filter);
    for (const query of meant) query.outdate();
    await Promise.all(meant.filter((query) => query.isWatched).map((query) => query.load(true)));
  }

  removeQueries(filter: QueryFilter = {}): void {
    for (const query of this.meant(filter)) {
      query.stopForgetting();
      this.queries.delete(hashOf(query.key));
    }
  }

  clear(): void {
    this.removeQueries();
  }

  /** Calls back for every question and every change that was refused or did not arrive. */
  onFailure(listener: (error: Error) => void): void {
    this.failureListeners.add(listener);
  }

  readonly tellFailure = (error: Error): void => {
    for (const listener of this.failureListeners) listener(error);
  };

  private lookAgainOn(returned: 'focus' | 'line'): void {
    for (const query of this.queries.values()) query.lookAgainOn(returned);
  }

  private meant({ queryKey = [], exact = false, predicate }: QueryFilter): Query<never>[] {
    return [...this.queries.values()].filter(
      ({ key }) =>
        queryKey.every((part, index) => hashOf([part]) === hashOf([key[index]])) &&
        (!exact || key.length === queryKey.length) &&
        (predicate?.({ queryKey: key }) ?? true),
    );
  }
}

const hashOf = (key: QueryKey): string => JSON.stringify(key);
