import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { standsIn } from '../access/staff-rights.js';
import type { Language } from '../http/language.js';
import type { AbsenceView, ColleagueView } from './absence.dto.js';

@Injectable()
export class AbsencesQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** An official's own absences that are not over. */
  async own(staffId: string, language: Language = 'ja'): Promise<AbsenceView[]> {
    return this.dataSource.query<AbsenceView[]>(
      `select b.id, b.from_on::text as "fromOn", b.to_on::text as "toOn",
              jsonb_build_object('id', s.id, 'name', s.name, 'department', d.full_${language}) as substitute,
              not ${standsIn} as alone
       from staff_absence b join staff s on s.id = b.substitute_id join department d on d.id = s.department_id
       where b.staff_id = $1 and b.to_on >= (now() at time zone 'Asia/Tokyo')::date
       order by b.from_on`,
      [staffId],
    );
  }

  /** Officials who have to do with one of the asker's own procedures. */
  async colleagues(staffId: string, language: Language = 'ja'): Promise<ColleagueView[]> {
    return this.dataSource.query<ColleagueView[]>(
      `select s.id, s.name, d.full_${language} as department from staff s join department d on d.id = s.department_id
       where s.disabled_at is null and s.id <> $1 and exists (
         select from staff_role_in_force theirs join staff_role_in_force mine on mine.procedure_id = theirs.procedure_id
         where theirs.staff_id = s.id and mine.staff_id = $1)
       order by d.full_ja, s.name`,
      [staffId],
    );
  }
}
