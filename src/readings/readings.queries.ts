import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Asker } from '../access/asker.js';
import type { Language } from '../http/language.js';
import { inLanguage } from '../procedures/in-language.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import type { DeskReadingList, ReadingList } from './reading.dto.js';

const most = 500;

interface ReadingRow {
  readonly day: string;
  readonly name: string;
  readonly department: string;
  readonly roles: readonly string[];
  readonly opened: readonly string[];
  readonly times: number;
  readonly first_at: Date;
  readonly last_at: Date;
  readonly exported: boolean;
}

@Injectable()
export class ReadingsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /** For officials of the procedure; null when the application is not within reach. */
  async list(
    id: string,
    asker: Asker,
    language: Language = 'ja',
  ): Promise<DeskReadingList['readings'] | null> {
    const [application] = await this.dataSource.query<{ version_hash: string }[]>(
      `select a.version_hash from application a
       where a.id = $1 and ${asker.kind === 'applicant' ? 'a.applicant_id = $2' : 'a.procedure_id = any($2)'}`,
      [id, asker.kind === 'applicant' ? asker.id : Object.keys(asker.roles)],
    );
    if (!application) return null;
    const { procedure } = inLanguage(await this.library.version(application.version_hash), language);
    const rows = await this.dataSource.query<ReadingRow[]>(
      `select r.day::text as day, s.name, r.department, r.roles, r.opened, r.times, r.first_at, r.last_at, r.exported
       from (
         select day, staff_id, department, roles, opened, times, first_at, last_at, false as exported
         from reading where application_id = $1
         union all
         select (min(t.at) at time zone 'Asia/Tokyo')::date, e.staff_id, e.department, e.roles, '{}', count(*)::int,
           min(t.at), max(t.at), true
         from exported_application t join export e on e.id = t.export_id
         where t.application_id = $1
         group by (t.at at time zone 'Asia/Tokyo')::date, e.staff_id, e.department, e.roles
       ) r join staff s on s.id = r.staff_id
       order by r.day desc, r.last_at desc limit ${most}`,
      [id],
    );
    return rows.map((row) => ({
      day: row.day,
      name: row.name,
      department: row.department,
      roles: [...procedure.workflow.roles].flatMap(([name, { title }]) =>
        row.roles.includes(name) ? [title] : [],
      ),
      times: row.times,
      firstAt: row.first_at.toISOString(),
      lastAt: row.last_at.toISOString(),
      exported: row.exported,
      opened: row.opened.map((path) => procedure.form.fields.get(path)?.title ?? path),
    }));
  }
}

/** The same without names: officials of one department with the same roles on one day are one line. */
export function withoutNames(readings: DeskReadingList['readings']): ReadingList['readings'] {
  const lines = new Map<string, ReadingList['readings'][number]>();
  for (const { day, department, roles, lastAt, opened, exported } of readings) {
    const key = JSON.stringify([day, department, roles, exported]);
    const line = lines.get(key);
    if (line) {
      line.people += 1;
      line.opened = [...new Set([...line.opened, ...opened])];
    } else {
      lines.set(key, {
        day,
        department,
        roles: [...roles],
        people: 1,
        lastAt,
        opened: [...opened],
        exported,
      });
    }
  }
  return [...lines.values()];
}
