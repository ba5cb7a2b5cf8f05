import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { StaffAsker } from '../../access/asker.js';
import { auditActorOf } from '../../audit/audit-actor.js';
import { recordAudit } from '../../audit/record-audit.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { newId } from '../../database/id.js';
import { jobKinds } from '../../jobs/job-kinds.js';
import { ProcedureLibrary } from '../../procedures/procedure-library.js';
import { lockIssued } from './lock-issued.js';
import type { DecideRevocationRequest } from './proof.dto.js';

@Injectable()
export class DecideRevocation {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /**
   * Calls a notice back, or lets it stand. It takes two: whoever asked does not decide, but may withdraw by letting it
   * stand.
   */
  run(
    staff: StaffAsker,
    noticeId: string,
    { revoke, words }: DecideRevocationRequest,
  ): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const notice = await lockIssued(tx, this.library, staff, noticeId);
      if (!notice.ok) return notice;
      const [open] = await tx.query<{ id: string; asked_by: string }[]>(
        `select id, asked_by from notice_revocation where notice_id = $1 and state = 'asked' for update`,
        [noticeId],
      );
      if (!open) return refuse('revocation-not-asked');
      if (revoke && open.asked_by === staff.id) return refuse('revocation-own');
      if (!revoke && words.trim() === '') return refuse('reason-required');
      await tx.query(
        `update notice_revocation set state = $2, settled_by = $3, settled_at = now(), settled_words = $4
         where id = $1`,
        [open.id, revoke ? 'revoked' : 'declined', staff.id, words.trim() || null],
      );
      if (revoke) await tellApplicant(tx, noticeId);
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: revoke ? 'notice.revoke' : 'notice.decline-revocation',
        subject: { kind: 'notice', id: noticeId },
        detail: { askedBy: open.asked_by },
      });
      return done(null);
    });
  }
}

/** By mail, where they have an account. A reminder to open it that has not left yet stays at home. */
async function tellApplicant(tx: EntityManager, noticeId: string): Promise<void> {
  await tx.query(
    `update notice_reminder set state = 'undeliverable', last_error = 'called back before it was sent'
     where notice_id = $1 and kind = 'unopened' and state = 'queued'`,
    [noticeId],
  );
  await tx.query(
    `update delivery_task set settled_at = now(), outcome = 'left'
     where notice_id = $1 and kind = 'unopened' and settled_at is null`,
    [noticeId],
  );
  await tx.query(
    `with owed as (
       insert into notice_reminder (id, notice_id, kind, recipient)
       select $2, n.id, 'revoked', l.mail
       from notice n join application a on a.id = n.application_id join applicant c on c.id = a.applicant_id
       join account l on l.id = c.account_id and l.disabled_at is null
       where n.id = $1
       on conflict (notice_id, kind) do nothing returning id
     )
     insert into outbox (id, queue, name, subject_id) select id, $3, 'deliver-notice-reminder', id from owed`,
    [noticeId, newId(), jobKinds['deliver-notice-reminder'].queue],
  );
}
