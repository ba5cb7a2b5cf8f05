import { setTimeout as wait } from 'node:timers/promises';
import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Config } from '../config/config.js';

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
 * fails is told in the log, and the next comes all the same. Processes that only answer requests leave it to workers.
 */
export abstract class RepeatedWork implements OnApplicationBootstrap, OnModuleDestroy {
  protected readonly logger: Logger;
  private readonly stopped = new AbortController();
  private running: Promise<void> = Promise.resolve();

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
      } catch (error) {
        this.logger.error(`${this.rhythm.failure}: ${(error as Error).message}`);
      }
    }
  }
}
