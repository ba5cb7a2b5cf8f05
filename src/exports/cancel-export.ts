import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { exportIsThere } from './exports.queries.js';

@Injectable()
export class CancelExport {
  constructor(private readonly dataSource: DataSource) {}

  /** Stops it; whoever makes it notices with the next page. */
  async run(staff: StaffAsker, id: string): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx) => {
      const [[stopped]] = await tx.query<[unknown[], number]>(
        `update export set state = 'cancelled', finished_at = clock_timestamp()
         where id = $1 and staff_id = $2 and state in ('waiting', 'running') returning id`,
        [id, staff.id],
      );
      if (!stopped) return refuse((await exportIsThere(tx, staff.id, id)) ? 'export-ended' : 'not-found');
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'export.cancel',
        subject: { kind: 'export', id },
      });
      return done(null);
    });
  }
}
