import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Logger, type OnApplicationBootstrap, type OnModuleDestroy, Optional } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import { plainFailure } from './plain-failure.js';

/** Milliseconds: a turn each second need not be written down each second. */
const tellEvery = 30_000;

interface Rhythm {
  /** Name in the log. */
  readonly log: string;
  /** Milliseconds before each turn. */
  readonly pause: number;
  /** What the log says before the reason when a turn failed: `Files could not be swept`. */
  readonly failure: string;
}

/**
 * Work that a worker does again and again by itself, with a pause before each turn, until it is stopped. A turn that
 * fails is told in the log and to administrators, and the next comes all the same. Processes that only answer requests
 * leave it to workers.
 */
export abstract class RepeatedWork implements OnApplicationBootstrap, OnModuleDestroy {
  protected readonly logger: Logger;
  private readonly stopped = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private toldAt = 0;
  private failed = false;

  /** There is none where a test makes the work by hand. */
  @Optional()
  @Inject(DataSource)
  private readonly records?: DataSource;

  constructor(
    private readonly role: Config['role'],
    private readonly rhythm: Rhythm,
  ) {
    this.logger = new Logger(rhythm.log);
  }

  protected abstract turn(): Promise<void>;

  /** Long turns look here between two steps. */
  protected get isStopped(): boolean {
    return this.stopped.signal.aborted;
  }

  onApplicationBootstrap(): void {
    if (this.role !== 'web') this.running = this.repeat();
  }

  /** Returns when what is under way has ended. */
  async onModuleDestroy(): Promise<void> {
    this.stopped.abort();
    await this.running;
  }

  private async repeat(): Promise<void> {
    const { signal } = this.stopped;
    while (!signal.aborted) {
      await wait(this.rhythm.pause, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        await this.turn();
        await this.tell(null);
      } catch (error) {
        this.logger.error(`${this.rhythm.failure}: ${(error as Error).message}`);
        await this.tell(plainFailure(error));
      }
    }
  }

  /** Writes down how the turn went: each that failed, the first that did not, and else now and then. */
  private async tell(failure: string | null): Promise<void> {
    const now = Date.now();
    if (failure === null && !this.failed && now - this.toldAt < tellEvery) return;
    try {
      await this.records?.query(
        `insert into repeated_work (name, pause_ms, last_at, ok_at, failed_at, failure, failures)
         values ($1, $2, now(), case when $3::text is null then now() end, case when $3 is not null then now() end, $3,
           case when $3 is null then 0 else 1 end)
         on conflict (name) do update set pause_ms = excluded.pause_ms, last_at = excluded.last_at,
           ok_at = coalesce(excluded.ok_at, repeated_work.ok_at),
           failed_at = coalesce(excluded.failed_at, repeated_work.failed_at),
           failure = coalesce(excluded.failure, repeated_work.failure),
           failures = case when $3 is null then 0 else repeated_work.failures + 1 end`,
        [this.constructor.name, this.rhythm.pause, failure],
      );
      this.toldAt = now;
      this.failed = failure !== null;
    } catch {
      // Where the database is away, the turn has said so in the log already.
    }
  }
}
