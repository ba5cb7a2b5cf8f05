import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { newId } from '../database/id.js';
import { jobKinds } from '../jobs/job-kinds.js';
import { RepeatedWork } from '../jobs/repeated-work.js';
import { stillHolds } from '../notices/proofs/revoked-sql.js';

const lookEvery = 15 * 60_000;
const page = 200;
/** Days. What has lain for longer was there before anybody was reminded: it would be a flood of old news. */
const oldest = 90;

/** Documents that lie unopened in the portal of somebody who can still open them. */
const unopened = `
from notice n
join application a on a.id = n.application_id
join applicant c on c.id = a.applicant_id
join account l on l.id = c.account_id and l.disabled_at is null
where n.kind = 'notice' and n.pdf_sha256 is not null and n.first_opened_at is null
  and n.ready_at <= $1::timestamptz - $2::int * interval '1 day'
  and n.ready_at > $1::timestamptz - ${oldest} * interval '1 day'
  and ${stillHolds}`;

interface DueRow {
  readonly id: string;
  readonly application_id: string;
  readonly mail: string;
}

/**
 * 未開封: reminds applicants of documents that they have not opened, tells officials, and after more days puts the
 * documents among the letters to post. Documents of those who want them on paper are there from the start.
 */
@Injectable()
export class WatchUnopened extends RepeatedWork {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super(config.role, {
      log: 'mail',
      pause: lookEvery,
      failure: 'Unopened documents could not be looked for',
    });
  }

  protected turn(): Promise<void> {
    return this.run(new Date());
  }

  /** Safe to run at any time and twice: a document gets one reminder, one task and one letter. */
  async run(now: Date): Promise<void> {
    const { remindDays, postDays } = this.config.unopened;
    await this.whileAny(() => this.dataSource.transaction((tx) => this.remind(tx, now, remindDays)));
    await this.whileAny(() => this.dataSource.transaction((tx) => this.post(tx, now, postDays)));
  }

  private async whileAny(step: () => Promise<number>): Promise<void> {
    while (!this.isStopped && (await step()) === page);
  }

  private async remind(tx: EntityManager, now: Date, days: number): Promise<number> {
    const due = await tx.query<DueRow[]>(
      `select n.id, n.application_id, l.mail ${unopened}
         and not exists (select from notice_reminder r where r.notice_id = n.id and r.kind = 'unopened')
         and not exists (select from notice_by_post p where p.notice_id = n.id)
       order by n.ready_at limit ${page} for update of n skip locked`,
      [now, days],
    );
    const rows = due.map((one) => ({ ...one, reminder: newId(), task: newId() }));
    await tx.query(
      `with due as (
         select * from jsonb_to_recordset($1::jsonb) as d(id uuid, application_id uuid, mail text, reminder uuid, task uuid)
       ), owed as (
         insert into notice_reminder (id, notice_id, recipient) select reminder, id, mail from due
         on conflict (notice_id, kind) do nothing returning id
       ), task as (
         insert into delivery_task (id, application_id, notice_id, kind, made_at)
         select task, application_id, id, 'unopened', $2 from due on conflict do nothing
       )
       insert into outbox (id, queue, name, subject_id) select id, $3, 'deliver-notice-reminder', id from owed`,
      [JSON.stringify(rows), now, jobKinds['deliver-notice-reminder'].queue],
    );
    return due.length;
  }

  private async post(tx: EntityManager, now: Date, days: number): Promise<number> {
    const taken = await tx.query<unknown[]>(
      `with due as (
         select n.id ${unopened} and not exists (select from notice_by_post p where p.notice_id = n.id)
         order by n.ready_at limit ${page} for update of n skip locked
       )
       insert into notice_by_post (notice_id, reason, since) select id, 'unopened', $1 from due
       on conflict do nothing returning notice_id`,
      [now, days],
    );
    return taken.length;
  }
}
