import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { PaperChecks } from './paper-checks.queries.js';

@Injectable()
export class AskCheck {
  constructor(
    private readonly dataSource: DataSource,
    private readonly checks: PaperChecks,
  ) {}

  /** Puts a paper before a second official; a former check of it is forgotten. */
  async run(staff: StaffAsker, id: string): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const check = await this.checks.find(id, staff, tx);
      if (!check) return refuse('not-found');
      if (check.fields.length === 0) return refuse('paper-check-not-wanted');
      if (check.paper.scans.length === 0) return refuse('scan-required');
      await tx.query(
        `insert into paper_check (draft_id, asked_by_id) values ($1, $2)
         on conflict (draft_id) do update set asked_by_id = $2, asked_at = now(), typed = null, typed_by_id = null,
           typed_at = null, differed = '{}', agreed = null, settled_by_id = null, settled_at = null`,
        [id, staff.id],
      );
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'paper.ask-check',
        subject: { kind: 'draft', id },
      });
      return done(null);
    });
  }
}
