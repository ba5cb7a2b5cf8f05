const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Times that jobs are run by, in milliseconds. Fixed in production; tests compress them. */
export interface JobSettings {
  /** Pause after the first failure, after the second … A job that fails once more is dead: a person must look at it. */
  readonly pauses: readonly number[];
  /** The same for jobs that are retried gently. */
  readonly gentlePauses: readonly number[];
  /** Rows waiting in the outbox are looked for this often while there is work, and while there is none. */
  readonly relayBusy: number;
  readonly relayIdle: number;
  /** A worker that says nothing for so long is taken for dead, and its job is given to another. */
  readonly lock: number;
  readonly stalledCheck: number;
  /** Work that is owed but stands in no queue, because the queue was lost, is looked for this often … */
  readonly reconcile: number;
  /** … once it is this old. */
  readonly lostAfter: number;
}

export const JOB_SETTINGS = Symbol('job settings');

const times = (count: number, pause: number): readonly number[] => Array.from({ length: count }, () => pause);

export const jobSettings: JobSettings = {
  // About 24 hours in all. In the first half hour never more than a minute, so that what waited for a mail server is out
  // within minutes of its return, even where it refuses half of it at first.
  pauses: [
    5 * second,
    15 * second,
    30 * second,
    ...times(30, minute),
    ...times(6, 5 * minute),
    ...times(4, 15 * minute),
    ...times(22, hour),
  ],
  // As long in all, with a fourth of the attempts.
  gentlePauses: [minute, 5 * minute, 15 * minute, 30 * minute, ...times(23, hour)],
  relayBusy: 20,
  relayIdle: 250,
  lock: 20 * second,
  stalledCheck: 5 * second,
  reconcile: minute,
  lostAfter: 2 * minute,
};
