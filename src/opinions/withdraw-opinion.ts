import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { recordLine } from '../applications/record-line.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { contentHash, recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { oweOpinionMails } from '../notices/opinion-mail/owe-opinion-mail.js';
import { lockOpinion } from './lock-opinion.js';

@Injectable()
export class WithdrawOpinion {
  constructor(private readonly dataSource: DataSource) {}

  /** No answer is needed any more. */
  async run(staff: StaffAsker, id: string, given: string): Promise<Outcome<null>> {
    const reason = given.trim();
    if (reason === '') return refuse('reason-required');
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const opinion = await lockOpinion(tx, id, staff, 'case');
      if (!opinion.ok) return opinion;
      const { application, department } = opinion.value;
      await tx.query(
        `update opinion set state = 'withdrawn', ended_at = $2, ended_by_id = $3, end_reason = $4 where id = $1`,
        [id, application.now, staff.id, reason],
      );
      await recordLine(tx, application, {
        type: 'opinion-withdrawn',
        actor: staff,
        about: department,
        note: reason,
      });
      await oweOpinionMails(tx, id, 'withdrawn');
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'opinion.withdraw',
        subject: { kind: 'application', id: application.id },
        detail: { opinion: id, reason: contentHash(reason) },
      });
      return done(null);
    });
  }
}
