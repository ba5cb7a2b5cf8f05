import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';

@Injectable()
export class EndAbsence {
  constructor(private readonly dataSource: DataSource) {}

  /** Takes an absence of the asker's own back; the substitute loses the lent roles at once. */
  async run(staffId: string, id: string): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const removed = await tx.query<unknown[]>(
        `with removed as (delete from staff_absence where id = $1 and staff_id = $2 returning 1) select * from removed`,
        [id, staffId],
      );
      if (removed.length === 0) return refuse('not-found');
      await recordAudit(tx, {
        actor: { kind: 'staff', id: staffId },
        action: 'staff.end-absence',
        subject: { kind: 'staff', id: staffId },
        detail: { absence: id },
      });
      return done(null);
    });
  }
}
