import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../database/id.js';
import { minato } from './demo-people.js';

/** One document that lies unopened; the mail that comes back is that of the person whose address there is none. */
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
  }
}
