import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../../access/asker.js';
import { auditActorOf } from '../../audit/audit-actor.js';
import { contentHash, recordAudit } from '../../audit/record-audit.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { contentOf, lockAnnouncement } from './locked-announcement.js';

@Injectable()
export class RemoveAnnouncement {
  constructor(private readonly dataSource: DataSource) {}

  /** Throws a draft away, which nobody but the office has ever seen. */
  async run(me: StaffAsker, id: string): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const row = await lockAnnouncement(tx, id);
      if (!row) return refuse('not-found');
      if (row.state !== 'draft') return refuse('announcement-moved-on');
      await tx.query('delete from announcement where id = $1', [id]);
      await recordAudit(tx, {
        actor: auditActorOf(me),
        action: 'announcement.remove',
        subject: { kind: 'announcement', id },
        before: contentHash(contentOf(row)),
      });
      return done(null);
    });
  }
}
