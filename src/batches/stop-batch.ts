import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { done, type Outcome } from '../http/refusal.js';
import { missing } from './check-batch.js';

@Injectable()
export class StopBatch {
  constructor(private readonly dataSource: DataSource) {}

  /** Takes it back before it begins; later, what has not been done stays undone. */
  async run(staff: StaffAsker, id: string): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx) => {
      const [[batch]] = await tx.query<[unknown[], number]>(
        `update batch set state = 'cancelled', finished_at = clock_timestamp()
         where id = $1 and staff_id = $2 and state not in ('done', 'cancelled') returning id`,
        [id, staff.id],
      );
      if (!batch) return missing(tx, staff.id, id);
      await tx.query('delete from batch_letter where batch_id = $1', [id]);
      const [, left] = await tx.query<[unknown[], number]>(
        `update batch_row set outcome = '{"code": "stopped"}' where batch_id = $1 and outcome is null`,
        [id],
      );
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'batch.stop',
        subject: { kind: 'batch', id },
        detail: { left },
      });
      return done(null);
    });
  }
}
