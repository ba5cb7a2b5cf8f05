import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../../access/asker.js';
import { auditActorOf } from '../../audit/audit-actor.js';
import { contentHash, recordAudit } from '../../audit/record-audit.js';
import { newId } from '../../database/id.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { ProcedureLibrary } from '../../procedures/procedure-library.js';
import { lockIssued } from './lock-issued.js';
import type { AskRevocationRequest } from './proof.dto.js';

@Injectable()
export class AskRevocation {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /** Asks that a notice be called back. It still holds, until a colleague has decided. */
  run(staff: StaffAsker, noticeId: string, request: AskRevocationRequest): Promise<Outcome<null>> {
    const [reason, publicReason] = [request.reason.trim(), request.publicReason.trim()];
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const notice = await lockIssued(tx, this.library, staff, noticeId);
      if (!notice.ok) return notice;
      const asked = await tx.query<unknown[]>(
        `insert into notice_revocation (id, notice_id, reason, public_reason, asked_by, asked_at)
         values ($1, $2, $3, $4, $5, now())
         on conflict (notice_id) where state <> 'declined' do nothing returning id`,
        [newId(), noticeId, reason, publicReason, staff.id],
      );
      if (asked.length === 0) return refuse('revocation-asked');
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'notice.ask-revocation',
        subject: { kind: 'notice', id: noticeId },
        detail: { reason: contentHash(reason) },
      });
      return done(null);
    });
  }
}
