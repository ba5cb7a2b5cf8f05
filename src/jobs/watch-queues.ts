import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { newId } from '../database/id.js';
import { type JobName, queueNames, type QueueName } from './job-kinds.js';
import { plainFailure } from './plain-failure.js';
import type { QueueState } from './queue-backend.js';
import { RepeatedWork } from './repeated-work.js';
import { RunJobs } from './run-jobs.js';

const lookEvery = 5_000;

/** Where what a job owes stands as undeliverable once the job is dead: it is owed again when the job runs again. */
const owedIn: Readonly<Partial<Record<JobName, string>>> = {
  'deliver-message': 'notice',
  'issue-notice': 'notice',
  'deliver-account-mail': 'account_mail',
  'deliver-message-mail': 'message_mail',
  'deliver-opinion-mail': 'opinion_mail',
  'deliver-notice-reminder': 'notice_reminder',
  'deliver-trial-mail': 'trial_mail',
  'deliver-announcement': 'announcement_mail',
};

/**
 * Writes down how long the queues are and which jobs are dead, where the screen of administrators finds it whatever
 * holds the queues; and gives back to their queues the dead jobs that somebody wants run again.
 */
@Injectable()
export class WatchQueues extends RepeatedWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: RunJobs,
    @Inject(CONFIG) config: Config,
  ) {
    super(config.role, { log: 'jobs', pause: lookEvery, failure: 'Queues could not be looked at' });
  }

  protected turn(): Promise<void> {
    return this.run();
  }

  async run(): Promise<void> {
    await this.giveBack();
    for (const queue of queueNames) {
      const state = await this.jobs.look(queue);
      if (state) await this.writeDown(queue, state);
    }
  }

  private async writeDown(queue: QueueName, { buried, oldestAt, ...counts }: QueueState): Promise<void> {
    await this.dataSource.query(
      `insert into queue_look (queue, waiting, active, delayed, dead, oldest_at, looked_at)
       values ($1, $2, $3, $4, $5, $6, now())
       on conflict (queue) do update set waiting = excluded.waiting, active = excluded.active,
         delayed = excluded.delayed, dead = excluded.dead, oldest_at = excluded.oldest_at, looked_at = excluded.looked_at`,
      [queue, counts.waiting, counts.active, counts.delayed, counts.dead, oldestAt],
    );
    const rows = buried.map(({ jobId, name, subjectId, attempts, failedAt, reason }) => ({
      id: newId(),
      job_id: jobId,
      queue,
      name,
      subject_id: subjectId,
      attempts,
      failed_at: failedAt,
      failure: plainFailure(reason),
    }));
    await this.dataSource.query(
      `insert into dead_job (id, job_id, queue, name, subject_id, attempts, failed_at, failure)
       select r.* from jsonb_to_recordset($1::jsonb) as r(id uuid, job_id text, queue text, name text, subject_id uuid,
         attempts int, failed_at timestamptz, failure text)
       -- One that was run again and has died again is open again.
       on conflict (queue, job_id) do update set state = 'open', failed_at = excluded.failed_at,
         failure = excluded.failure, attempts = excluded.attempts, settled_by = null, settled_at = null, reason = null
       where dead_job.state = 'again' and excluded.failed_at > dead_job.settled_at`,
      [JSON.stringify(rows)],
    );
    // A queue keeps its dead for a month; what it has forgotten cannot be run again.
    await this.dataSource.query(
      `delete from dead_job where queue = $1 and state = 'open' and failed_at < now() - interval '31 days'`,
      [queue],
    );
  }

  /** First out of the queue, then into the outbox: a stop in between does the first again, which is nothing then. */
  private async giveBack(): Promise<void> {
    const wanted = await this.dataSource.query<
      { id: string; job_id: string; queue: QueueName; name: JobName; subject_id: string }[]
    >(
      `select id, job_id, queue, name, subject_id from dead_job where state = 'wanted' order by failed_at limit 100`,
    );
    for (const { id, job_id: jobId, queue, name, subject_id: subjectId } of wanted) {
      await this.jobs.forget(queue, jobId);
      await this.dataSource.transaction(async (tx) => {
        const [[taken]] = await tx.query<[unknown[], number]>(
          `update dead_job set state = 'again' where id = $1 and state = 'wanted' returning id`,
          [id],
        );
        if (!taken) return;
        const table = owedIn[name];
        if (table !== undefined) {
          await tx.query(
            `update ${table} set state = 'queued', last_error = null where id = $1 and state = 'undeliverable'`,
            [subjectId],
          );
        }
        await tx.query(
          'insert into outbox (id, queue, name, subject_id) values ($1, $2, $3, $4) on conflict do nothing',
          [jobId, queue, name, subjectId],
        );
      });
    }
  }
}
