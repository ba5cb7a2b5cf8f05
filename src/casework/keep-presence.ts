import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { leaseSeconds } from './casework.queries.js';

@Injectable()
export class KeepPresence {
  constructor(private readonly dataSource: DataSource) {}

  /** A sign of life: the official has the application open. It blocks nobody; it tells the others. */
  async run(staff: StaffAsker, id: string, writing: boolean): Promise<Outcome<null>> {
    const rows = await this.dataSource.query<unknown[]>(
      `with reached as (
         select id from application where id = $1 and procedure_id = any($2)
       ), swept as (
         delete from case_presence where application_id = $1 and staff_id <> $3 and seen_at < now() - interval '1 hour'
       )
       insert into case_presence (application_id, staff_id, since, seen_at, writing)
       select id, $3, now(), now(), $4 from reached
       on conflict (application_id, staff_id) do update set seen_at = now(), writing = excluded.writing,
         since = case when case_presence.seen_at < now() - interval '${leaseSeconds} seconds' then now()
           else case_presence.since end
       returning application_id`,
      [id, Object.keys(staff.roles), staff.id, writing],
    );
    return rows.length === 0 ? refuse('not-found') : done(null);
  }

  /** The official has left the application. */
  async leave(staff: StaffAsker, id: string): Promise<Outcome<null>> {
    const [reached] = await this.dataSource.query<unknown[]>(
      'select 1 from application where id = $1 and procedure_id = any($2)',
      [id, Object.keys(staff.roles)],
    );
    if (!reached) return refuse('not-found');
    await this.dataSource.query('delete from case_presence where application_id = $1 and staff_id = $2', [
      id,
      staff.id,
    ]);
    return done(null);
  }
}
