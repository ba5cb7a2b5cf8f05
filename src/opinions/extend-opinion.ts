import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { civilDateInJapan, isCivilDate } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { recordLine } from '../applications/record-line.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { contentHash, recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { oweOpinionMails } from '../notices/opinion-mail/owe-opinion-mail.js';
import { lockOpinion } from './lock-opinion.js';
import type { ExtendOpinionRequest } from './opinion.dto.js';

@Injectable()
export class ExtendOpinion {
  constructor(private readonly dataSource: DataSource) {}

  /** Puts the day for the answer off. */
  async run(staff: StaffAsker, id: string, request: ExtendOpinionRequest): Promise<Outcome<null>> {
    const { dueOn } = request;
    const reason = request.reason.trim();
    if (!isCivilDate(dueOn)) return refuse('request-invalid', { params: { field: 'dueOn' } });
    if (reason === '') return refuse('reason-required');
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const opinion = await lockOpinion(tx, id, staff, 'case');
      if (!opinion.ok) return opinion;
      const { due_on: before, application, department } = opinion.value;
      if (dueOn < civilDateInJapan(application.now.toISOString())) return refuse('opinion-due-past');
      if (dueOn <= before) return refuse('opinion-due-earlier');
      await tx.query('update opinion set due_on = $2 where id = $1', [id, dueOn]);
      await tx.query(
        `insert into opinion_extension (opinion_id, at, staff_id, from_on, to_on, reason)
         values ($1, $2, $3, $4, $5, $6)`,
        [id, application.now, staff.id, before, dueOn, reason],
      );
      await recordLine(tx, application, {
        type: 'opinion-extended',
        actor: staff,
        about: `${department}（${dueOn}まで）`,
        note: reason,
      });
      await oweOpinionMails(tx, id, 'extended', dueOn);
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'opinion.extend',
        subject: { kind: 'application', id: application.id },
        detail: { opinion: id, from: before, to: dueOn, reason: contentHash(reason) },
      });
      return done(null);
    });
  }
}
