import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { contentHash, recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { worksOn } from './case-reach.js';
import type { NoteRequest } from './casework.dto.js';

@Injectable()
export class WriteNote {
  constructor(private readonly dataSource: DataSource) {}

  /** 職員メモ. The same id again changes nothing. */
  async run(staff: StaffAsker, id: string, note: NoteRequest): Promise<Outcome<null>> {
    const body = note.body.trim();
    if (body === '') return refuse('message-empty');
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const [row] = await tx.query<{ procedure_id: string }[]>(
        'select procedure_id from application where id = $1 and procedure_id = any($2)',
        [id, Object.keys(staff.roles)],
      );
      if (!row) return refuse('not-found');
      if (!worksOn(staff, row.procedure_id)) return refuse('role-missing');
      const written = await tx.query<unknown[]>(
        `insert into reviewer_note (id, application_id, staff_id, body, at) values ($1, $2, $3, $4, now())
         on conflict (id) do nothing returning id`,
        [note.id, id, staff.id, body],
      );
      if (written.length === 0) return done(null);
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'application.note',
        subject: { kind: 'application', id },
        after: contentHash(body),
      });
      return done(null);
    });
  }
}
