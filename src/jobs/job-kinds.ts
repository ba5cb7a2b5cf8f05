/** A kind of job. The job itself carries the id of one row and nothing else. */
export interface JobKind {
  /** Jobs of one queue share workers and are begun in the order in which they came. */
  readonly queue: string;
}

/** Every kind of job there is; each has exactly one method marked `@OnJob`. */
export const jobKinds = {
  'deliver-message': { queue: 'notices' },
  'issue-notice': { queue: 'notices' },
} as const satisfies Record<string, JobKind>;

export type JobName = keyof typeof jobKinds;
export type QueueName = (typeof jobKinds)[JobName]['queue'];

export const jobNames = Object.keys(jobKinds) as JobName[];
export const queueNames: readonly QueueName[] = [...new Set(jobNames.map((name) => jobKinds[name].queue))];

/** What the queue stores. Ids only: a queue may be on another server, and its content ends up in logs. */
export interface JobData {
  readonly id: string;
}
