import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../database/id.js';
import { jobSettings } from '../jobs/job-settings.js';
import { hanareya, minato } from './demo-people.js';

/**
 * One document that lies unopened, and one mail that was given up; the mail that comes back is that of the person whose
 * address there is none.
 */
@Injectable()
export class MakeDemoDeliveries {
  constructor(private readonly dataSource: DataSource) {}

  /** On the first start only. */
  async run(): Promise<void> {
    // Authors may send themselves a mail that they are writing.
    await this.dataSource.query(
      `update staff s set mail = s.login || '@office.example.jp'
       where s.mail is null and exists (
         select from staff_role r where r.staff_id = s.id and r.role in ('author', 'department_author'))`,
    );
    await this.dataSource.query(
      `insert into delivery_task (id, application_id, notice_id, kind, made_at)
       select $2, n.application_id, n.id, 'unopened', now() - interval '2 days'
       from notice n join application a on a.id = n.application_id join applicant c on c.id = a.applicant_id
       join account l on l.id = c.account_id
       where l.mail = $1 and n.kind = 'notice' and not exists (select from delivery_task)
       order by n.created_at desc limit 1
       on conflict do nothing`,
      [minato.mail, newId()],
    );
    await this.giveUpOne();
  }

  /** As after a day of attempts at a mailbox that was full; もう一度実行する sends it, because the demo's mailbox takes it. */
  private async giveUpOne(): Promise<void> {
    const attempts = jobSettings.pauses.length + 1;
    await this.dataSource.query(
      `with given_up as (
         update notice set state = 'undeliverable', sent_at = null, attempts = $2, last_error = 'RCPT TO 452 EENVELOPE'
         where id = (
           select n.id from notice n join application a on a.id = n.application_id
           join applicant c on c.id = a.applicant_id join account l on l.id = c.account_id
           where l.mail = $1 and n.kind = 'message' and n.state = 'sent' and not exists (select from dead_job)
           order by n.created_at desc limit 1)
         returning id
       )
       insert into dead_job (id, job_id, queue, name, subject_id, attempts, failed_at, failure)
       select $3, id::text, 'mails', 'deliver-message', id, $2, now() - interval '5 hours',
         'The mail was not taken: RCPT TO 452 EENVELOPE'
       from given_up`,
      [hanareya.mail, attempts, newId()],
    );
  }
}
