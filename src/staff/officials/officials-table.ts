import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { csvText } from '../../files/csv-text.js';
import type { Language } from '../../http/language.js';
import { RoleBook, roleIn } from '../role-book.js';
import { type OfficialColumn, officialColumns } from './read-officials.js';

interface Line {
  readonly login: string;
  readonly name: string;
  readonly mail: string;
  readonly department: string;
  readonly teams: string;
  readonly procedure_id: string | null;
  readonly role: string | null;
  readonly from_on: string;
  readonly to_on: string;
}

/** The officials of today as the table that can be read in again: a line for each role, one where there is none. */
@Injectable()
export class OfficialsTable {
  constructor(
    private readonly dataSource: DataSource,
    private readonly book: RoleBook,
  ) {}

  async csv(language: Language): Promise<string> {
    const book = await this.book.read(language);
    const lines = await this.dataSource.query<Line[]>(
      `select s.login, s.name, coalesce(s.mail, '') as mail, d.full_${language} as department,
         coalesce((select string_agg(m.name_${language}, '、' order by m.name_ja) from staff_team t
           join team m on m.id = t.team_id where t.staff_id = s.id), '') as teams,
         r.procedure_id, r.role, coalesce(r.from_on::text, '') as from_on, coalesce(r.to_on::text, '') as to_on
       from staff s join department d on d.id = s.department_id left join staff_role r on r.staff_id = s.id
       where s.disabled_at is null order by s.login, r.procedure_id, r.role`,
    );
    const columns = Object.keys(officialColumns) as OfficialColumn[];
    return csvText([
      columns.map((column) => officialColumns[column][language]),
      ...lines.map(({ procedure_id: procedureId, role, ...line }) => {
        const booked = procedureId === null || role === null ? null : roleIn(book, procedureId, role);
        const cells: Readonly<Record<OfficialColumn, string>> = {
          ...line,
          procedure: booked?.procedureTitle ?? '',
          role: booked?.role.title ?? '',
          fromOn: line.from_on,
          toOn: line.to_on,
        };
        return columns.map((column) => cells[column]);
      }),
    ]);
  }
}
