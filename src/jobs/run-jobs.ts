import { setTimeout as wait } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { JobHandlers } from './job-handlers.js';
import { concurrencyOf, queueNames, type QueueName } from './job-kinds.js';
import { JOB_SETTINGS, type JobSettings } from './job-settings.js';
import { openPostgresBackend } from './postgres-backend.js';
import type { JobFailure, JobPlace, QueueBackend, QueueState, RunningWorker } from './queue-backend.js';
import { openRedisBackend } from './redis-backend.js';

/**
 * Runs the jobs of this process, unless its role is `web`: brings outbox rows to the queue and works through it. A stop
 * waits for the jobs that run; what does not finish in time is given to another worker.
 */
@Injectable()
export class RunJobs implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('jobs');
  private readonly stopped = new AbortController();
  private backend: QueueBackend | null = null;
  private workers: readonly RunningWorker[] = [];
  private relaying: Promise<void> = Promise.resolve();
  private troubled = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly handlers: JobHandlers,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(JOB_SETTINGS) private readonly settings: JobSettings,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.role === 'web') return;
    // A job may hold a database connection while it runs, and one must be left for everything else.
    const concurrency = Math.min(this.config.jobs.concurrency, this.config.database.poolSize - 1);
    const backend = await this.open(concurrency);
    this.backend = backend;
    this.workers = queueNames.map((queue) =>
      backend.startWorker(queue, {
        concurrency: concurrencyOf(queue, concurrency),
        settings: this.settings,
        run: (name, id) => this.handlers.run(name, id),
        onFailure: (failure) => this.report(failure),
        onTrouble: (error) => this.trouble(error),
      }),
    );
    this.relaying = this.relay(backend);
  }

  /** Where jobs are; null where this process runs none. */
  async places(queue: QueueName, jobIds: readonly string[]): Promise<readonly JobPlace[] | null> {
    return this.backend ? this.backend.places(queue, jobIds) : null;
  }

  /** How long a queue is and what is dead in it; null where this process runs no jobs. */
  async look(queue: QueueName): Promise<QueueState | null> {
    return this.backend ? this.backend.look(queue) : null;
  }

  async forget(queue: QueueName, jobId: string): Promise<void> {
    await this.backend?.forget(queue, jobId);
  }

  /** Lets a job that was told to come again come now. */
  async hurry(queue: QueueName, jobId: string): Promise<void> {
    await this.backend?.hurry(queue, jobId);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped.abort();
    const finished = this.close().then(() => true);
    const timer = new AbortController();
    // The rest of the process needs some of the time for stopping, too.
    const patience = this.config.shutdownMs * 0.7;
    const inTime = await Promise.race([
      finished,
      wait(patience, false, { signal: timer.signal, ref: false }),
    ]);
    timer.abort();
    if (!inTime)
      this.logger.warn('Jobs still run at the end of the time for stopping; others will do them again.');
  }

  private async close(): Promise<void> {
    await Promise.all([this.relaying, ...this.workers.map((worker) => worker.close())]);
    await this.backend?.close();
  }

  private open(concurrency: number): Promise<QueueBackend> | QueueBackend {
    const onTrouble = (error: Error): void => this.trouble(error);
    const { redisUrl } = this.config.jobs;
    if (redisUrl !== undefined) return openRedisBackend(redisUrl, this.settings, onTrouble);
    const { options } = this.dataSource;
    if (options.type !== 'postgres' || !options.url) throw new Error('The database has no address.');
    return openPostgresBackend(options.url, concurrency, this.settings, onTrouble);
  }

  private async relay(backend: QueueBackend): Promise<void> {
    const { relayBusy, relayIdle } = this.settings;
    const { signal } = this.stopped;
    let pause = relayIdle;
    while (!signal.aborted) {
      try {
        const moved = await backend.relay(this.dataSource);
        pause = moved > 0 ? relayBusy : Math.min(pause * 2, relayIdle);
        this.troubled = false;
      } catch (error) {
        pause = relayIdle;
        this.trouble(error as Error);
      }
      await wait(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Once for each time that database or Redis go away, not once for each attempt to reach them. */
  private trouble(error: Error): void {
    if (this.troubled || this.stopped.signal.aborted) return;
    this.troubled = true;
    this.logger.warn(`The queue cannot be reached; jobs wait. ${messageOf(error)}`);
  }

  private report({ name, id, attempt, dead, error }: JobFailure): void {
    const what = `${name} ${id} failed, attempt ${attempt}: ${messageOf(error)}`;
    if (dead) this.logger.error(`${what}. No further attempt; a person must look at it.`, error.stack);
    else this.logger.warn(what);
  }
}

function messageOf(error: Error & { readonly code?: unknown }): string {
  return error.message || String(error.code ?? error.name);
}
