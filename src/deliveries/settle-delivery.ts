import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { worksOn } from '../casework/case-reach.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { jobKinds } from '../jobs/job-kinds.js';
import type { SettleDeliveryRequest } from './delivery.dto.js';

interface TaskRow {
  readonly notice_id: string | null;
  readonly application_id: string;
  readonly procedure_id: string;
}

/** What an official does where something did not arrive. */
@Injectable()
export class SettleDelivery {
  constructor(private readonly dataSource: DataSource) {}

  async run(staff: StaffAsker, id: string, { outcome, note }: SettleDeliveryRequest): Promise<Outcome<null>> {
    // Somebody may ask later why nothing more was done.
    if ((outcome === 'reached' || outcome === 'left') && note.trim() === '')
      return refuse('request-invalid', { params: { field: '/note' } });
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const [task] = await tx.query<(TaskRow & { settled: boolean })[]>(
        `select t.notice_id, t.application_id, a.procedure_id, t.settled_at is not null as settled
         from delivery_task t join application a on a.id = t.application_id where t.id = $1 for update of t`,
        [id],
      );
      if (!task || !worksOn(staff, task.procedure_id)) return refuse('not-found');
      if (task.settled) return refuse('delivery-settled');
      if (outcome === 'again' && !(await sendAgain(tx, task))) return refuse('delivery-not-possible');
      if (outcome === 'by-post' && !(await putByPost(tx, task))) return refuse('delivery-not-possible');
      await tx.query(
        `update delivery_task set settled_at = now(), settled_by = $2, outcome = $3, note = nullif($4, '') where id = $1`,
        [id, staff.id, outcome, note.trim()],
      );
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'delivery.settle',
        subject: { kind: 'application', id: task.application_id },
        detail: { task: id, outcome },
      });
      return done(null);
    });
  }
}

/** To the address that the account has now; the same mail, under the same Message-ID. */
async function sendAgain(tx: EntityManager, { notice_id: id }: TaskRow): Promise<boolean> {
  const [sent] = await tx.query<[unknown[], number]>(
    `update notice n set state = 'queued', recipient_mail = l.mail, last_error = null
     from application a join applicant c on c.id = a.applicant_id join account l on l.id = c.account_id
     where n.id = $1 and a.id = n.application_id and n.kind = 'message' and n.state in ('sent', 'undeliverable')
     returning n.id`,
    [id],
  );
  if (sent.length === 0) return false;
  await tx.query(
    `insert into outbox (id, queue, name, subject_id) values ($1, $2, 'deliver-message', $1) on conflict do nothing`,
    [id, jobKinds['deliver-message'].queue],
  );
  return true;
}

async function putByPost(tx: EntityManager, { notice_id: id }: TaskRow): Promise<boolean> {
  const put = await tx.query<unknown[]>(
    `insert into notice_by_post (notice_id, reason, since)
     select n.id, case when n.kind = 'notice' then 'unopened' else 'bounced' end, now() from notice n
     where n.id = $1 and (n.pdf_sha256 is not null or n.text is not null)
     on conflict do nothing returning notice_id`,
    [id],
  );
  return put.length > 0;
}
