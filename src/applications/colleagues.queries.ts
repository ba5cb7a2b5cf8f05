import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Language } from '../http/language.js';
import type { ColleagueList } from './desk.dto.js';

/** A procedure, and one of the roles that are awaited in it. */
export type AwaitedRole = readonly [procedure: string, role: string];

@Injectable()
export class ColleaguesQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Who holds one of the roles today, with how many open applications each has. */
  withRoles(wanted: readonly AwaitedRole[], language: Language): Promise<ColleagueList['colleagues']> {
    return this.dataSource.query<ColleagueList['colleagues']>(
      `select s.id, s.name, case when $3 = 'en' then d.full_en else d.full_ja end as department,
         (select count(*)::int from application a where a.open and a.assignee_id = s.id) as open
       from staff s join department d on d.id = s.department_id
       where s.disabled_at is null and exists (
         select from staff_role_in_force r join unnest($1::text[], $2::text[]) as w(procedure_id, role)
           on w.procedure_id = r.procedure_id and w.role = r.role
         where r.staff_id = s.id)
       order by s.name, s.id`,
      [wanted.map(([procedure]) => procedure), wanted.map(([, role]) => role), language],
    );
  }
}
