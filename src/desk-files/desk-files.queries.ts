import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { officesOf } from '../staff/offices-of.js';
import type { UploadedFile } from '../http/send-uploaded.js';

export interface DeskFileContent extends UploadedFile {
  /** The application that it belongs to; null while there is none yet. */
  readonly application: { readonly id: string; readonly procedure_id: string } | null;
}

@Injectable()
export class DeskFilesQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Null when it is not within the official's reach, absent or not. */
  async find(id: string, staff: StaffAsker): Promise<DeskFileContent | null> {
    const [row] = await this.dataSource.query<DeskFileContent[]>(
      `select f.name, f.media_type, f.bytes, f.sha256,
         case when a.id is not null then jsonb_build_object('id', a.id, 'procedure_id', a.procedure_id) end
           as application
       from desk_file f
       left join draft d on d.id = f.paper_draft_id
       left join visit v on v.id = f.visit_id
       left join opinion o on o.id = f.opinion_id
       left join application a on a.id = coalesce(v.application_id, o.application_id, d.corrects_id,
         (select id from application where draft_id = d.id))
       where f.id = $1 and (
         coalesce(a.procedure_id, d.procedure_id) = any($2) and (o.id is null or o.state = 'answered')
         or o.state <> 'withdrawn' and o.department_id in (${officesOf('$3')}))`,
      [id, Object.keys(staff.roles), staff.id],
    );
    return row ?? null;
  }
}
