import { type BackendClasses, DelayedError, type IQueueBackend, type JobsOptions } from 'bullmq';
import type { DataSource } from 'typeorm';
import { ComeAgain } from './come-again.js';
import { type JobData, type JobName, jobKinds, type QueueName } from './job-kinds.js';
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

/** A job that failed in its last attempt, as its queue keeps it. */
export interface BuriedJob {
  readonly jobId: string;
  readonly name: string;
  readonly subjectId: string;
  readonly attempts: number;
  readonly failedAt: Date;
  readonly reason: string;
}

export interface QueueState {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly dead: number;
  /** When the first that waits came; null where none does. */
  readonly oldestAt: Date | null;
  /** The latest that are dead. */
  readonly buried: readonly BuriedJob[];
}

/** The queue, in PostgreSQL or in Redis. */
export interface QueueBackend {
  readonly kind: 'postgres' | 'redis';
  /** Moves a batch of outbox rows to the queue, codes first, then the oldest. Safe to repeat: the row's id is the job's. */
  relay(dataSource: DataSource): Promise<number>;
  /** Where the jobs with these ids are, in the same order. */
  places(queue: QueueName, jobIds: readonly string[]): Promise<readonly JobPlace[]>;
  /** How long it is and what is dead in it. */
  look(queue: QueueName): Promise<QueueState>;
  /** Takes a job out for good. Where it is not there, nothing happens. */
  forget(queue: QueueName, jobId: string): Promise<void>;
  /** Ends the pause of a job that was told to come again. Where it is in no pause, nothing happens. */
  hurry(queue: QueueName, jobId: string): Promise<void>;
  startWorker(queue: QueueName, options: WorkerOptions): RunningWorker;
  close(): Promise<void>;
}

/** As many dead jobs are looked at; a thousand that fail for one reason need not each be seen at once. */
const mostBuried = 500;

/** Rows moved at once. */
export const relayBatch = 500;

/** Which rows: kinds of jobs as $1, how many as $2. Two orders, so that an index finds each. */
export const relayed = `
  select id from (select id from outbox where queue = 'codes' and name = any($1) order by id limit $2
    for update skip locked) codes
  union all
  select id from (select id from outbox where name = any($1) order by id limit $2 for update skip locked) oldest`;

/** Pauses between the attempts of a kind of job. One that only another release knows is tried as most are. */
function pausesOf({ pauses, gentlePauses }: JobSettings, name: string): readonly number[] {
  const kind = Object.hasOwn(jobKinds, name) ? jobKinds[name as JobName] : null;
  return kind?.retry === 'gently' ? gentlePauses : pauses;
}

export function jobOptions(settings: JobSettings, name: JobName): JobsOptions {
  return {
    attempts: pausesOf(settings, name).length + 1,
    backoff: { type: 'custom' },
    removeOnComplete: true,
    // The dead stay for a month, for a person to look at.
    removeOnFail: { age: 30 * 24 * 3_600 },
  };
}

interface WaitingJob {
  readonly name: string;
  readonly data: JobData;
  /** How often it was begun, and how often of these it was really tried. */
  readonly attemptsStarted: number;
  readonly attemptsMade: number;
  moveToDelayed(timestamp: number, token?: string): Promise<void>;
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

    async look(name: QueueName): Promise<QueueState> {
      const queue = queueOf(name);
      const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed');
      const [oldest] = await queue.getJobs(['waiting'], 0, 0, true);
      const buried = await queue.getFailed(0, mostBuried - 1);
      return {
        waiting: counts['waiting'] ?? 0,
        active: counts['active'] ?? 0,
        delayed: counts['delayed'] ?? 0,
        dead: counts['failed'] ?? 0,
        oldestAt: oldest ? new Date(oldest.timestamp) : null,
        buried: buried.map((job) => ({
          jobId: job.id ?? '',
          name: job.name,
          subjectId: job.data.id,
          attempts: job.attemptsMade,
          failedAt: new Date(job.finishedOn ?? job.timestamp),
          reason: job.failedReason ?? '',
        })),
      };
    },

    forget: async (name: QueueName, jobId: string): Promise<void> => {
      await queueOf(name).remove(jobId);
    },

    hurry: async (name: QueueName, jobId: string): Promise<void> => {
      const job = await queueOf(name).getJob(jobId);
      // Between the two it may have begun, or come to its end.
      if (job && (await job.isDelayed())) await job.changeDelay(0).catch(() => undefined);
    },

    startWorker(
      name: QueueName,
      { concurrency, settings, run, onFailure, onTrouble: trouble }: WorkerOptions,
    ) {
      const { lock, stalledCheck } = settings;
      const work = async (job: WaitingJob, token?: string): Promise<void> => {
        try {
          await run(job.name, job.data.id);
        } catch (error) {
          if (!(error instanceof ComeAgain)) throw error;
          await job.moveToDelayed(Date.now() + pauseOf(error, job), token);
          throw new DelayedError();
        }
      };
      const worker = new Worker<JobData, void>(name, work, {
        connection: connections.worker,
        prefix,
        concurrency,
        lockDuration: lock,
        stalledInterval: stalledCheck,
        // A job that was under way when its worker was killed is not at fault, up to this often.
        maxStalledCount: 10,
        settings: {
          backoffStrategy: (attemptsMade, _type, _error, job) =>
            pausesOf(settings, job?.name ?? '')[attemptsMade - 1] ?? 0,
        },
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

const longestPause = 60_000;

function pauseOf({ pause, grows }: ComeAgain, { attemptsStarted, attemptsMade }: WaitingJob): number {
  if (!grows) return pause;
  const inVain = Math.max(0, attemptsStarted - attemptsMade - 1);
  return Math.min(longestPause, pause * 2 ** Math.min(inVain, 16));
}

/** Keys of ours in a Redis that others may use, too. */
const prefix = 'tetsuzuki';

function placeOf(state: string): JobPlace {
  if (state === 'unknown' || state === 'completed') return 'gone';
  return state === 'failed' ? 'dead' : 'waiting';
}
