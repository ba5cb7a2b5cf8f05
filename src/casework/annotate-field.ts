import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Answers, resolvePointer, stablePointer } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { contentHash, recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { worksOn } from './case-reach.js';
import type { AnnotateRequest } from './casework.dto.js';

@Injectable()
export class AnnotateField {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /** Leaves, changes or takes away one's own mark on an answer. */
  async run(staff: StaffAsker, id: string, { path, mark, note }: AnnotateRequest): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const [row] = await tx.query<{ procedure_id: string; version_hash: string; answers: Answers }[]>(
        `select a.procedure_id, a.version_hash, s.answers from application a
         join submission s on s.application_id = a.id and s.n = a.submission_count
         where a.id = $1 and a.procedure_id = any($2)`,
        [id, Object.keys(staff.roles)],
      );
      if (!row) return refuse('not-found');
      if (!worksOn(staff, row.procedure_id)) return refuse('role-missing');
      const { procedure } = await this.library.version(row.version_hash);
      const place = resolvePointer(procedure.form, row.answers, path);
      if (!place) return refuse('request-invalid', { params: { field: 'path' } });
      const lasting = stablePointer(row.answers, place.pointer);
      if (mark === null) {
        await tx.query(
          'delete from field_annotation where application_id = $1 and path = $2 and staff_id = $3',
          [id, lasting, staff.id],
        );
      } else {
        await tx.query(
          `insert into field_annotation (application_id, path, staff_id, mark, note, value_hash, at)
           values ($1, $2, $3, $4, $5, $6, now())
           on conflict (application_id, path, staff_id) do update
             set mark = excluded.mark, note = excluded.note, value_hash = excluded.value_hash, at = excluded.at`,
          [id, lasting, staff.id, mark, note.trim(), contentHash(place.value ?? null)],
        );
      }
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'application.annotate',
        subject: { kind: 'application', id },
        detail: { path: place.path, mark },
      });
      return done(null);
    });
  }
}
