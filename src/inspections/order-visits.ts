import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { worksOn } from '../casework/case-reach.js';
import { done, type Outcome, refuse } from '../http/refusal.js';

@Injectable()
export class OrderVisits {
  constructor(private readonly dataSource: DataSource) {}

  /** Puts visits of a day into the order in which they are gone to. */
  async run(staff: StaffAsker, visits: readonly string[]): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const rows = await tx.query<{ id: string }[]>(
        `select v.id from visit v join application a on a.id = v.application_id
         where v.id = any($1) and a.procedure_id = any($2) and v.state <> 'cancelled' order by v.id for update of v`,
        [visits, Object.keys(staff.roles).filter((procedure) => worksOn(staff, procedure))],
      );
      if (rows.length !== visits.length) return refuse('not-found');
      await tx.query(
        `update visit set position = o.n from unnest($1::uuid[]) with ordinality as o(id, n) where visit.id = o.id`,
        [visits],
      );
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'visit.order',
        subject: { kind: 'visit', id: null },
        detail: { visits },
      });
      return done(null);
    });
  }
}
