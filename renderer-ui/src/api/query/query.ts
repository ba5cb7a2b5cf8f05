import { sameParts } from './same-parts.js';
import { withPatience, type MayRetry } from './with-patience.js';

/** What is known of an answer at one moment; the same object until something else is known. */
export interface QueryState<T = unknown> {
  readonly data: T | undefined;
  /** Why the last look failed; the answer before it stays. */
  readonly error: Error | null;
  /** Milliseconds since 1970; 0 before the first answer. */
  readonly dataUpdatedAt: number;
  readonly dataUpdateCount: number;
}

const NOTHING: QueryState<never> = { data: undefined, error: null, dataUpdatedAt: 0, dataUpdateCount: 0 };

/** How an answer is fetched, given the one before. */
export type Ask<T> = (held: T | undefined) => Promise<T>;

/** Somebody who looks at the answer. */
export interface Watcher {
  /** In milliseconds. */
  readonly staleTime: number;
  /** Whether to look again when the person, or the line, comes back. */
  readonly onReturn: { readonly focus: boolean; readonly line: boolean };
}

export interface QueryHost {
  /** Nobody has held it for long enough. */
  readonly forget: (query: Query<never>) => void;
  readonly tellFailure: (error: Error) => void;
}

/** One question to the server, and what is known of its answer. */
export class Query<T = unknown> {
  state: QueryState<T> = NOTHING;
  private ask: Ask<T> | null = null;
  private mayRetry: MayRetry = () => false;
  private readonly watchers = new Set<Watcher>();
  private readonly listeners = new Set<() => void>();
  private isOutdated = false;
  private holders = 0;
  private keptFor = 0;
  private forgetting: ReturnType<typeof setTimeout> | undefined;
  private loading: Promise<void> | null = null;
  private turn = 0;

  constructor(
    readonly key: readonly unknown[],
    private readonly host: QueryHost,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): QueryState<T> => this.state;

  /** @returns the way to stop */
  watch(watcher: Watcher): () => void {
    this.watchers.add(watcher);
    if (this.isStaleFor(watcher)) void this.load();
    return () => this.watchers.delete(watcher);
  }

  get isWatched(): boolean {
    return this.watchers.size > 0;
  }

  get isLoading(): boolean {
    return this.loading !== null;
  }

  /** Kept while somebody holds it, and for so many milliseconds longer. @returns the way to let go */
  hold(keptFor: number): () => void {
    this.holders += 1;
    this.keptFor = Math.max(this.keptFor, keptFor);
    clearTimeout(this.forgetting);
    return () => {
      this.holders -= 1;
      this.forgetAfter(this.keptFor);
    };
  }

  forgetAfter(milliseconds: number): void {
    clearTimeout(this.forgetting);
    if (this.holders > 0) return;
    this.forgetting = setTimeout(() => this.host.forget(this as unknown as Query<never>), milliseconds);
  }

  /** It is forgotten already. */
  stopForgetting(): void {
    clearTimeout(this.forgetting);
  }

  /** From now on fetched so. */
  askBy(ask: Ask<T>, mayRetry: MayRetry): void {
    this.ask = ask;
    this.mayRetry = mayRetry;
  }

  /** What is on its way was asked for before this was known: nobody waits for it any more. */
  put(data: T): void {
    this.turn += 1;
    this.loading = null;
    this.isOutdated = false;
    this.become({
      data: sameParts(this.state.data, data),
      error: null,
      dataUpdatedAt: Date.now(),
      dataUpdateCount: this.state.dataUpdateCount + 1,
    });
  }

  /** The next to look asks again, however young the answer is. */
  outdate(): void {
    this.isOutdated = true;
  }

  lookAgainOn(returned: keyof Watcher['onReturn']): void {
    if ([...this.watchers].some((watcher) => watcher.onReturn[returned] && this.isStaleFor(watcher)))
      void this.load();
  }

  /**
   * One request at a time.
   *
   * @param anew leaves the one under way, whose answer may be older than what is asked for
   * @returns when the answer is here, or the refusal
   */
  load(anew = false, ask: Ask<T> | null = this.ask): Promise<void> {
    if (ask === null) return Promise.resolve();
    if (this.loading && !anew) return this.loading;
    const turn = ++this.turn;
    const isCurrent = (): boolean => turn === this.turn;
    if (this.state.data === undefined && this.state.error) this.become(NOTHING);
    this.loading = withPatience(() => ask(this.state.data), this.mayRetry, isCurrent).then(
      (data) => {
        if (isCurrent()) this.put(data);
      },
      (error: Error) => {
        if (!isCurrent()) return;
        this.loading = null;
        this.isOutdated = true;
        this.become({ ...this.state, error });
        this.host.tellFailure(error);
      },
    );
    return this.loading;
  }

  private isStaleFor({ staleTime }: Watcher): boolean {
    const { data, dataUpdatedAt } = this.state;
    return data === undefined || this.isOutdated || Date.now() - dataUpdatedAt >= staleTime;
  }

  private become(state: QueryState<T>): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
