import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { contentHash, recordAudit } from '../audit/record-audit.js';
import { done, type Outcome } from '../http/refusal.js';
import { missing } from './check-batch.js';

@Injectable()
export class StartBatch {
  constructor(private readonly dataSource: DataSource) {}

  /** Lets it begin in so many minutes: until then nothing has happened, and it can be taken back. */
  async run(staff: StaffAsker, id: string, minutes: number): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx) => {
      const [[batch]] = await tx.query<[{ work: unknown }[], number]>(
        `update batch set state = 'waiting', starts_at = clock_timestamp() + make_interval(mins => $3)
         where id = $1 and staff_id = $2 and state in ('checked', 'waiting') returning work`,
        [id, staff.id, minutes],
      );
      if (!batch) return missing(tx, staff.id, id);
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'batch.start',
        subject: { kind: 'batch', id },
        detail: { minutes, work: contentHash(batch.work) },
      });
      return done(null);
    });
  }
}
