import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../database/id.js';
import { demoSites } from './demo-sites.js';

@Injectable()
export class MakeDemoSites {
  constructor(private readonly dataSource: DataSource) {}

  /** Gives the demo accounts their saved sites, on the first start alone: what a visitor removes stays removed. */
  async run(): Promise<void> {
    for (const [mail, sites] of Object.entries(demoSites)) {
      const rows = sites.map((data, index) => ({ id: newId(), data, age: sites.length - index }));
      await this.dataSource.query(
        `insert into site (id, applicant_id, name, data, created_at, saved_at)
         select r.id, a.id, r.data ->> 'name', r.data, now() - r.age * interval '1 second', now()
         from account c join applicant a on a.account_id = c.id, jsonb_to_recordset($2::jsonb) as r(id uuid, data jsonb, age int)
         where c.mail_key = $1 and a.created_at > now() - interval '1 minute'
           and not exists (select from site s where s.applicant_id = a.id)`,
        [mail, JSON.stringify(rows)],
      );
    }
  }
}
