import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { officesOf } from '../staff/offices-of.js';
import { lockOpinion } from './lock-opinion.js';

@Injectable()
export class ClaimOpinion {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Says who of the asked office answers: `me`, a colleague, or nobody yet (null). What a colleague has is not taken
   * away by a claim; it is handed over by name.
   */
  async run(staff: StaffAsker, id: string, wanted: string | null): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const opinion = await lockOpinion(tx, id, staff, 'office');
      if (!opinion.ok) return opinion;
      const { department_id: office, assignee_id: before, application } = opinion.value;
      const next = wanted === 'me' ? staff.id : wanted;
      if (next === before) return done(null);
      if (wanted === 'me' && before !== null) return refuse('opinion-claimed');
      if (next !== null) {
        const [colleague] = await tx.query<unknown[]>(
          `select 1 from staff s where s.id::text = $1 and s.disabled_at is null and $2 in (${officesOf('s.id')})`,
          [next, office],
        );
        if (!colleague) return refuse('request-invalid', { params: { field: 'assigneeId' } });
      }
      await tx.query('update opinion set assignee_id = $2 where id = $1', [id, next]);
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'opinion.claim',
        subject: { kind: 'application', id: application.id },
        detail: { opinion: id, from: before, to: next },
      });
      return done(null);
    });
  }
}
