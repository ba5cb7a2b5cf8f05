import { setTimeout as wait } from 'node:timers/promises';

/** Does something again and again, with a pause before each time, until it is stopped. */
export class Repetition {
  private readonly stopped = new AbortController();
  private running: Promise<void> = Promise.resolve();

  get isStopped(): boolean {
    return this.stopped.signal.aborted;
  }

  /** @param failed told of what one time threw; the next time comes all the same */
  start(pauseMs: number, each: () => Promise<void>, failed: (error: Error) => void): void {
    this.running = this.repeat(pauseMs, each, failed);
  }

  /** Returns when what is under way has ended. */
  async stop(): Promise<void> {
    this.stopped.abort();
    await this.running;
  }

  private async repeat(
    pauseMs: number,
    each: () => Promise<void>,
    failed: (error: Error) => void,
  ): Promise<void> {
    const { signal } = this.stopped;
    while (!signal.aborted) {
      await wait(pauseMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        await each();
      } catch (error) {
        failed(error as Error);
      }
    }
  }
}
