import type { BackendClasses, IQueueBackend, JobsOptions } from 'bullmq';
import type { DataSource } from 'typeorm';
import type { JobData, QueueName } from './job-kinds.js';
import type { JobSettings } from './job-settings.js';

/** Where a job is. `gone`: the queue does not know it; it was done and tidied away, or the queue was lost. */
export type JobPlace = 'waiting' | 'dead' | 'gone';

export interface JobFailure {
  readonly name: string;
  /** Row that the job was about. */
  readonly id: string;
  readonly attempt: number;
  /** No further attempt follows. */
  readonly dead: boolean;
  readonly error: Error;
}

export interface WorkerOptions {
  readonly concurrency: number;
  readonly settings: JobSettings;
  readonly run: (name: string, id: string) => Promise<void>;
  readonly onFailure: (failure: JobFailure) => void;
  /** Trouble with the queue itself. */
  readonly onTrouble: (error: Error) => void;
}

export interface RunningWorker {
  /** Takes no further job and waits for those that run. */
  close(): Promise<void>;
}

/** The queue, in PostgreSQL or in Redis. */
export interface QueueBackend {
  readonly kind: 'postgres' | 'redis';
  /** Moves a batch of outbox rows to the queue, oldest first. Safe to repeat: the row's id is the job's. */
  relay(dataSource: DataSource): Promise<number>;
  /** Where the jobs with these ids are, in the same order. */
  places(queue: QueueName, jobIds: readonly string[]): Promise<readonly JobPlace[]>;
  startWorker(queue: QueueName, options: WorkerOptions): RunningWorker;
  close(): Promise<void>;
}

/** Rows moved at once. */
export const relayBatch = 500;

export function jobOptions({ pauses }: JobSettings): JobsOptions {
  return {
    attempts: pauses.length + 1,
    backoff: { type: 'custom' },
    removeOnComplete: true,
    // The dead stay for a month, for a person to look at.
    removeOnFail: { age: 30 * 24 * 3_600 },
  };
}

/** What both backends do alike, through BullMQ. */
export function bindQueues<B extends IQueueBackend, C>(
  { Queue, Worker }: BackendClasses<B, C>,
  connections: { readonly queue: C; readonly worker: C },
  onTrouble: (error: Error) => void,
) {
  const queues = new Map<QueueName, ReturnType<typeof openQueue>>();

  function openQueue(name: QueueName) {
    const queue = new Queue<JobData, void>(name, {
      connection: connections.queue,
      prefix,
      skipMetasUpdate: true,
    });
    queue.on('error', onTrouble);
    return queue;
  }

  function queueOf(name: QueueName) {
    const queue = queues.get(name) ?? openQueue(name);
    queues.set(name, queue);
    return queue;
  }

  return {
    queueOf,

    places: (name: QueueName, jobIds: readonly string[]): Promise<readonly JobPlace[]> =>
      Promise.all(jobIds.map(async (id) => placeOf(await queueOf(name).getJobState(id)))),

    startWorker(
      name: QueueName,
      { concurrency, settings, run, onFailure, onTrouble: trouble }: WorkerOptions,
    ) {
      const { pauses, lock, stalledCheck } = settings;
      const worker = new Worker<JobData, void>(name, (job) => run(job.name, job.data.id), {
        connection: connections.worker,
        prefix,
        concurrency,
        lockDuration: lock,
        stalledInterval: stalledCheck,
        // A job that was under way when its worker was killed is not at fault, up to this often.
        maxStalledCount: 10,
        settings: { backoffStrategy: (attemptsMade: number) => pauses[attemptsMade - 1] ?? 0 },
      });
      worker.on('error', trouble);
      worker.on('failed', (job, error) => {
        if (!job) return;
        const attempt = job.attemptsMade;
        onFailure({ name: job.name, id: job.data.id, attempt, dead: job.finishedOn !== undefined, error });
      });
      return worker;
    },

    closeQueues: async () => {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}

/** Keys of ours in a Redis that others may use, too. */
const prefix = 'tetsuzuki';

function placeOf(state: string): JobPlace {
  if (state === 'unknown' || state === 'completed') return 'gone';
  return state === 'failed' ? 'dead' : 'waiting';
}
