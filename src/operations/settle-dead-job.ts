import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';

/** What becomes of a job that failed in its last attempt. */
@Injectable()
export class SettleDeadJob {
  constructor(private readonly dataSource: DataSource) {}

  /** A worker gives it back to its queue within seconds, where it has all its attempts again. */
  runAgain(staff: StaffAsker, id: string): Promise<Outcome<null>> {
    return this.settle(staff, id, 'wanted', null);
  }

  /** It stays undone, and why is kept. */
  leave(staff: StaffAsker, id: string, reason: string): Promise<Outcome<null>> {
    return this.settle(staff, id, 'left', reason.trim());
  }

  private settle(
    staff: StaffAsker,
    id: string,
    state: 'wanted' | 'left',
    reason: string | null,
  ): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx) => {
      const [[job]] = await tx.query<[{ name: string }[], number]>(
        `update dead_job set state = $2, settled_by = $3, settled_at = now(), reason = $4
         where id = $1 and state in ('open', 'left') and state <> $2 returning name`,
        [id, state, staff.id, reason],
      );
      if (!job) {
        const [there] = await tx.query<unknown[]>('select 1 from dead_job where id = $1', [id]);
        return refuse(there ? 'job-settled' : 'not-found');
      }
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: state === 'wanted' ? 'job.run-again' : 'job.leave',
        subject: { kind: 'job', id },
        detail: { name: job.name },
      });
      return done(null);
    });
  }
}
