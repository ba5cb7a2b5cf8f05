import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { RepeatedWork } from '../jobs/repeated-work.js';
import { jobKinds, type JobName, type QueueName } from '../jobs/job-kinds.js';
import { JOB_SETTINGS, type JobSettings } from '../jobs/job-settings.js';
import { RunJobs } from '../jobs/run-jobs.js';
import { jobOf } from './plan-notices.js';

/** Rows of a table that each stand for one job: those of one kind, or all. */
interface Owed {
  readonly table:
    | 'notice'
    | 'account_mail'
    | 'message_mail'
    | 'opinion_mail'
    | 'announcement_mail'
    | 'notice_reminder'
    | 'trial_mail';
  readonly kind: string | null;
  /** What else must hold of row `n`. */
  readonly while?: string;
  readonly job: JobName;
}

const everythingOwed: readonly Owed[] = [
  { table: 'account_mail', kind: null, job: 'deliver-account-mail' },
  { table: 'message_mail', kind: null, job: 'deliver-message-mail' },
  { table: 'opinion_mail', kind: null, job: 'deliver-opinion-mail' },
  {
    table: 'announcement_mail',
    kind: null,
    job: 'deliver-announcement',
    // Those that are held wait without a job.
    while:
      'not exists (select from announcement a where a.id = n.announcement_id and a.paused_at is not null)',
  },
  { table: 'trial_mail', kind: null, job: 'deliver-trial-mail' },
  { table: 'notice_reminder', kind: null, job: 'deliver-notice-reminder' },
  { table: 'notice', kind: 'message', job: jobOf.message },
  { table: 'notice', kind: 'notice', job: jobOf.notice },
];

interface OwedRow {
  readonly id: string;
}

const page = 500;

/**
 * What is owed stands in PostgreSQL; a queue may lose it (a Redis emptied or restarted without its file). So from time
 * to time every notice that waits without a job gets one again, and one whose job is dead is shown as undeliverable.
 */
@Injectable()
export class RequeueLost extends RepeatedWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: RunJobs,
    @Inject(CONFIG) config: Config,
    @Inject(JOB_SETTINGS) private readonly settings: JobSettings,
  ) {
    super(config.role, {
      log: 'jobs',
      pause: settings.reconcile,
      failure: 'Lost jobs could not be looked for',
    });
  }

  protected async turn(): Promise<void> {
    const requeued = await this.run();
    if (requeued > 0) this.logger.warn(`${requeued} notices stood in no queue; they got new jobs.`);
  }

  /** @returns how many notices got a new job */
  async run(): Promise<number> {
    let requeued = 0;
    for (const owed of everythingOwed) requeued += await this.runFor(owed);
    return requeued;
  }

  private async runFor(owed: Owed): Promise<number> {
    const { queue } = jobKinds[owed.job];
    let requeued = 0;
    let after = '00000000-0000-0000-0000-000000000000';
    while (!this.isStopped) {
      const rows = await this.waitingWithoutOutbox(owed, after);
      const places = await this.jobs.places(
        queue,
        rows.map(({ id }) => id),
      );
      if (places === null) break;
      const gone = rows.filter((_, index) => places[index] === 'gone');
      requeued += await this.requeue(gone, queue, owed);
      await this.bury(
        rows.filter((_, index) => places[index] === 'dead'),
        owed,
      );
      const last = rows.at(-1);
      if (!last || rows.length < page) break;
      after = last.id;
    }
    return requeued;
  }

  private waitingWithoutOutbox(
    { table, kind, while: holds = 'true' }: Owed,
    after: string,
  ): Promise<OwedRow[]> {
    return this.dataSource.query<OwedRow[]>(
      `select id from ${table} n
       where state = 'queued' and ${kind === null ? '$4::text is null' : 'kind = $4'} and id > $1
         and ${holds} and created_at < clock_timestamp() - $2::int * interval '1 millisecond'
         and not exists (select from outbox o where o.id = n.id)
       order by id limit $3`,
      [after, this.settings.lostAfter, page, kind],
    );
  }

  /** The job gets the notice's id, as the first one had: where it is still there after all, nothing happens. */
  private async requeue(rows: readonly OwedRow[], queue: QueueName, { table, job }: Owed): Promise<number> {
    if (rows.length === 0) return 0;
    await this.dataSource.query(
      `insert into outbox (id, queue, name, subject_id)
       select id, $2, $3, id from ${table} where id = any($1) and state = 'queued'
       on conflict do nothing`,
      [rows.map(({ id }) => id), queue, job],
    );
    return rows.length;
  }

  private async bury(rows: readonly OwedRow[], { table }: Owed): Promise<void> {
    if (rows.length === 0) return;
    await this.dataSource.query(
      `update ${table} set state = 'undeliverable', last_error = coalesce(last_error, 'its job failed')
       where id = any($1) and state = 'queued'`,
      [rows.map(({ id }) => id)],
    );
  }
}
