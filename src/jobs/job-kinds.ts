/** A kind of job. The job itself carries the id of one row and nothing else. */
export interface JobKind {
  /** Jobs of one queue share workers and are begun in the order in which they came. */
  readonly queue: string;
  /**
   * How soon one that failed is tried again. `soon`: somebody waits for it. `gently`: there are very many of them, and a
   * mail server in trouble must not have them all at its door every few seconds.
   */
  readonly retry: RetryPolicy;
}

export type RetryPolicy = 'soon' | 'gently';

/** Drawing is done by one process, so more than two PDF jobs at once would only keep connections waiting. News can wait. */
const mostAtOnce: Readonly<Record<string, number>> = { notices: 2, news: 1 };
/** Beside all others, so that somebody is always free for them. */
const beside: Readonly<Record<string, number>> = { codes: 1 };

/**
 * Every kind of job there is; each has exactly one method marked `@OnJob`. Mails have a queue of their own: the
 * confirmation of an arrival must not wait behind ten thousand PDFs, nor behind news to a hundred thousand people. Codes
 * have another: somebody sits before the screen and waits for one, while two thousand decisions may be on their way.
 */
export const jobKinds = {
  'deliver-message': { queue: 'mails', retry: 'soon' },
  'deliver-account-mail': { queue: 'codes', retry: 'soon' },
  'deliver-message-mail': { queue: 'mails', retry: 'soon' },
  'deliver-opinion-mail': { queue: 'mails', retry: 'soon' },
  'deliver-notice-reminder': { queue: 'mails', retry: 'soon' },
  'deliver-trial-mail': { queue: 'mails', retry: 'soon' },
  'deliver-anchor': { queue: 'mails', retry: 'soon' },
  'deliver-announcement': { queue: 'news', retry: 'gently' },
  'spread-announcement': { queue: 'mails', retry: 'soon' },
  'issue-notice': { queue: 'notices', retry: 'soon' },
} as const satisfies Record<string, JobKind>;

export type JobName = keyof typeof jobKinds;
export type QueueName = (typeof jobKinds)[JobName]['queue'];

export const jobNames = Object.keys(jobKinds) as JobName[];
export const queueNames: readonly QueueName[] = [...new Set(jobNames.map((name) => jobKinds[name].queue))];

/** How many jobs of a queue run at once in a process that may run `total`. */
export function concurrencyOf(queue: QueueName, total: number): number {
  const reserved = Object.values(mostAtOnce).reduce((sum, most) => sum + most, 0);
  return beside[queue] ?? Math.max(1, Math.min(mostAtOnce[queue] ?? total - reserved, total));
}

/** What the queue stores. Ids only: a queue may be on another server, and its content ends up in logs. */
export interface JobData {
  readonly id: string;
}
