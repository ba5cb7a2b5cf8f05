import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { newId } from '../database/id.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import type { SaveDefinitionRequest } from './export.dto.js';
import { RequestExport } from './request-export.js';

/** More would not be found again. */
const most = 100;

@Injectable()
export class SaveDefinition {
  constructor(
    private readonly dataSource: DataSource,
    private readonly request: RequestExport,
  ) {}

  /** Keeps a table to be asked for again. One of the official's with the same name is replaced. */
  async run(
    staff: StaffAsker,
    { title: typed, shared, content }: SaveDefinitionRequest,
  ): Promise<Outcome<null>> {
    const title = typed.trim();
    if (title === '') return refuse('request-invalid', { params: { field: 'title' } });
    const judged = await this.request.judge(staff, content);
    if (!judged.ok) return judged;
    return this.dataSource.transaction(async (tx) => {
      await tx.query('select 1 from staff where id = $1 for update', [staff.id]);
      const [saved] = await tx.query<[{ others: number }]>(
        `select count(*)::int as others from export_definition
         where staff_id = $1 and (procedure_id, title) <> ($2, $3)`,
        [staff.id, content.procedureId, title],
      );
      if (saved.others >= most) return refuse('too-many-definitions', { params: { max: most } });
      await tx.query(
        `insert into export_definition (id, staff_id, procedure_id, title, shared, content)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (staff_id, procedure_id, title) do update
           set shared = excluded.shared, content = excluded.content`,
        [newId(), staff.id, content.procedureId, title, shared, JSON.stringify(content)],
      );
      return done(null);
    });
  }
}
